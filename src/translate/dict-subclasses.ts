import type { Program } from "../program/program.ts";

const found = new WeakMap<Program, boolean>();

/** Whether the program may have dicts that are more than dicts: it names one of the library's classes of such, or what makes them. */
export function makesDictSubclasses(program: Program): boolean {
  let makes = found.get(program);
  if (makes === undefined) {
    makes = program.modules.some(({ source }) =>
      /\b(defaultdict|OrderedDict|Counter|_asdict|Cookie)\b|\bclass\s+\w+\s*\([^)]*\bdict\b/.test(source.text),
    );
    found.set(program, makes);
  }
  return makes;
}
