const numbers = new WeakMap<object, number>();
let next = 1;

/** `id(x)`: a number that no other object has, for as long as the program runs; CPython's is an address. */
export function identity(x: object): number {
  let number = numbers.get(x);
  if (number === undefined) numbers.set(x, (number = 16 * next++));
  return number;
}
