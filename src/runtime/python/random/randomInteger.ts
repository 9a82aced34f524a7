import { ValueError } from "../exceptions/ValueError.ts";

/** `random.randint(low, high)`: both ends included. */
export function randomInteger(low: number, high: number): number {
  if (high < low) throw new ValueError(`empty range for randrange() (${low},${high + 1}, ${high + 1 - low})`);
  return low + Math.floor(Math.random() * (high - low + 1));
}
