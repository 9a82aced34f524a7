/** What Python gives where TypeScript has another value, or none: `print items.sort()`. */
export function nothing(_done: unknown): null {
  return null;
}
