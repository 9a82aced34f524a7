/** `sum(numbers, start)` of numbers; True counts as 1. Of what is known only when running: `sumOf`. */
export function sum(numbers: Iterable<number | boolean>, start = 0): number {
  let total = start;
  for (const number of numbers) total += Number(number);
  return total;
}
