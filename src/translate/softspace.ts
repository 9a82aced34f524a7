import { isProperty } from "../analysis/property-read.ts";
import { isSpecial } from "../analysis/special-names.ts";
import type { Facts } from "../analysis/facts.ts";
import { suites } from "../python/statement-parts.ts";
import type { FunctionInfo } from "../analysis/entities.ts";
import { type Type } from "../analysis/types.ts";
import type { Program } from "../program/program.ts";
import type { ClassShapes } from "./class-shapes.ts";
import { isQuiet, type Reading } from "./quiet.ts";
import type * as py from "../python/ast.ts";
import { children } from "../python/walk.ts";
import { members } from "../analysis/join.ts";

/**
 * Whether what one `print` leaves pending counts for the next: some `print` of the program ends in a comma, or writes a value before
 * it makes the next one by a call of the program, which may print or raise in between. Where one ended in a comma that is part of another
 * now, half a line before a value that raises is still to be seen.
 */
export function usesSoftspace(program: Program, facts: Facts, classes: ClassShapes): boolean {
  const prints = program.modules.flatMap((module) => {
    const reading: Reading = { program, facts, classes, module, typeOf: (node) => facts.typeOf(node) };
    return printsIn(module.tree.body).map((node) => ({ node, reading }));
  });
  const raises = ({ node, reading }: (typeof prints)[number]): boolean =>
    node.values.slice(1).some((value) => !isQuiet(reading, value));
  return (
    prints.some(({ node }) => !node.newline || node.values.slice(1).some((value) => runsProgram(value, facts))) ||
    (prints.some(({ node }) => node.isJoined) && prints.some(raises))
  );
}

/** The `print` statements to standard output that stand in the statements, those of functions and classes among them. */
const printsIn = (body: readonly py.Statement[]): readonly py.Print[] =>
  body.flatMap((s) => [
    ...(s.kind === "Print" && !s.dest ? [s] : []),
    ...(s.kind === "FunctionDef" ? printsIn(s.body.body) : []),
    ...suites(s).flatMap((suite) => printsIn(suite.body)),
  ]);

/** The expression calls a function of the program, waits for the network, or asks an object for something that the program answers aloud. */
export function runsProgram(root: py.Expression, facts: Facts): boolean {
  const work: py.Node[] = [root];
  // What is printed is asked for its text.
  if (answersAloud(facts.typeOf(root), facts)) return true;
  for (let e = work.pop(); e; e = work.pop()) {
    if (isExpression(e)) {
      if (facts.callees.has(e) || facts.awaited.has(e)) return true;
      if (e.kind === "Attribute" && isProperty(facts.typeOf(e.value), e.attr)) return true;
    }
    if (e.kind === "Lambda") continue;
    const below = children(e);
    // An object in a call, an operator or an index: `len(x)`, `'%s' % x`, `x[0]`.
    if (e !== root && isExpression(e) && answersAloud(facts.typeOf(e), facts)) return true;
    for (const each of below) work.push(each);
  }
  return false;
}

const isExpression = (node: py.Node): node is py.Expression => !STATEMENTS.has(node.kind);

const STATEMENTS: ReadonlySet<string> = new Set(["Module", "FunctionDef", "ClassDef"]);

/** An object with a special method that writes or raises something itself. */
function answersAloud(type: Type, facts: Facts): boolean {
  return members(type).some(
    (m) =>
      m.k === "instance" &&
      m.cls.lineage.some((cls) =>
        [...cls.methods].some(
          ([name, method]) => isSpecial(name) && name !== "__init__" && isLoud(method.fn, facts, new Set()),
        ),
      ),
  );
}

/** The function prints, raises, or calls one of the program that does. */
function isLoud(fn: FunctionInfo, facts: Facts, seen: Set<FunctionInfo>): boolean {
  if (seen.has(fn)) return false;
  seen.add(fn);
  const work: py.Node[] = fn.node.kind === "Lambda" ? [fn.node.body] : [...fn.node.body.body];
  for (let node = work.pop(); node; node = work.pop()) {
    if (node.kind === "Print" || node.kind === "Raise") return true;
    if (node.kind === "Attribute" && (node.attr === "stdout" || node.attr === "write")) return true;
    if (isExpression(node) && [...(facts.callees.get(node) ?? [])].some((callee) => isLoud(callee, facts, seen)))
      return true;
    for (const child of children(node)) work.push(child);
  }
  return false;
}
