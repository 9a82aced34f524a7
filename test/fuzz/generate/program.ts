import fc from "fast-check";
import { Tape } from "../tape.ts";
import { Generator } from "./generator.ts";
import { Scope } from "./scope.ts";
import { statement } from "./statements.ts";

/**
 * The tapes of a program, one for each of its statements: leaving one out leaves out a statement. Few statements, since one that is
 * refused keeps the whole program from being run.
 */
export type Tapes = readonly (readonly number[])[];

export const tapes: fc.Arbitrary<Tapes> = fc.array(
  fc.array(fc.nat({ max: 0xffff }), { minLength: 2, maxLength: 50, size: "max" }),
  { minLength: 1, maxLength: 7, size: "max" },
);

const IMPORTS = [
  "sys",
  "math",
  "re",
  "json",
  "time",
  "datetime",
  "string",
  "itertools",
  "collections",
  "copy",
  "operator",
];

/** The program that the tapes choose: Python 2.7 source. */
export function programOf(statements: Tapes): string {
  const scope = new Scope();
  const body = statements.flatMap((numbers) => {
    const g = new Generator(new Tape(numbers), scope);
    const guarded = g.chance(3, 5);
    const lines = statement(g);
    if (!guarded || /^(def|class) /.test(lines[0] ?? "")) return lines;
    return [
      "try:",
      ...lines.map((line) => `    ${line}`),
      "except Exception, error:",
      "    print type(error).__name__, error",
    ];
  });
  const text = body.join("\n");
  const used = IMPORTS.filter((name) => new RegExp(`\\b${name}\\.`).test(text));
  return `# -*- coding: utf-8 -*-\n${used.map((name) => `import ${name}\n`).join("")}${text}\n`;
}
