/** `f.__name__`: a function's own name, or what stands for it in Python. */
export function functionName(f: { readonly name: string }, names: Readonly<Record<string, string>>): string {
  return Object.hasOwn(names, f.name) ? (names[f.name] ?? f.name) : f.name;
}
