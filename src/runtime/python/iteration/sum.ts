/** `sum(numbers, start)` of numbers. Of what is known only when running: `sumOf`. */
export function sum(numbers: Iterable<number>, start = 0): number {
  let total = start;
  for (const number of numbers) total += number;
  return total;
}
