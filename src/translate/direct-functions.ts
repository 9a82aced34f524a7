import type { ClassInfo, FunctionInfo } from "../analysis/entities.ts";
import type { Facts } from "../analysis/facts.ts";
import { members } from "../analysis/join.ts";
import { has, only } from "../analysis/kinds.ts";
import { isSpecial } from "../analysis/special-names.ts";
import { library } from "../library/index.ts";
import { builtinCalled } from "../program/builtin-name.ts";
import type { Program, ProgramModule } from "../program/program.ts";
import type * as py from "../python/ast.ts";
import { walk } from "../python/walk.ts";

/** Built-in functions that find others by their names. */
const FINDERS: ReadonlySet<string> = new Set("vars globals locals eval attrgetter methodcaller __dict__".split(" "));

/**
 * Whether a function of the program runs only where a call of it stands in the text, at once: no generator, nothing that is handed on as
 * a value, wrapped by a decorator, looked for by name, or called by an operator, by a base class of the library or by whoever of the library
 * gets its object.
 */
export function isDirect(program: Program, facts: Facts): (fn: FunctionInfo) => boolean {
  const loose = new Set<FunctionInfo>();
  const names = new Set<string>();
  const lent = new Set<ClassInfo>();
  let finds = false;
  const lend = (fns: Iterable<FunctionInfo> | undefined): void => {
    for (const fn of fns ?? []) loose.add(fn);
  };
  const give = (e: py.Expression): void => {
    for (const m of members(facts.typeOf(e))) if (m.k === "instance") for (const cls of m.cls.lineage) lent.add(cls);
  };
  for (const module of program.modules) {
    const called = new Set<py.Node>();
    walk(module.tree, (node) => {
      if (node.kind === "Call" && (facts.callees.get(node)?.size ?? 0) > 0) called.add(node.func);
      for (const value of handedOver(module, facts, node)) give(value);
      if (node.kind === "Lambda" || node.kind === "GeneratorExp")
        walk(node, (part) => lend(facts.callees.get(part as py.Expression)));
      finds ||= FINDERS.has(node.kind === "Name" ? node.id : node.kind === "Attribute" ? node.attr : "");
      if (node.kind === "Call" && node.func.kind === "Name" && node.func.id === "getattr") {
        const [, name] = node.args;
        if (name?.kind === "Str") names.add(name.value);
        else finds = true;
      }
      if ((node.kind !== "Name" && node.kind !== "Attribute") || called.has(node)) return;
      lend(members(facts.typeOf(node)).flatMap((m) => (m.k === "func" ? [m.fn] : [])));
      if (node.kind === "Attribute" && has(facts.typeOf(node.value), "unknown", "poison", "json")) names.add(node.attr);
    });
  }
  return (fn) => {
    if (finds || loose.has(fn) || fn.isGenerator || fn.node.kind === "Lambda") return false;
    const { name, decorators } = fn.node;
    if (decorators.length > 0 || names.has(name) || (isSpecial(name) && name !== "__init__")) return false;
    return fn.owner === null || !(lent.has(fn.owner) || derivesFromLibrary(fn.owner));
  };
}

/** Values that the library gets to see, which may call their methods: of its functions, of `print >>out`, and stored in its modules and objects. */
function handedOver({ bindings }: ProgramModule, facts: Facts, node: py.Node): readonly py.Expression[] {
  switch (node.kind) {
    case "Call": {
      if ((facts.callees.get(node)?.size ?? 0) > 0 || builtinCalled(bindings, node) !== null) return [];
      const given = [...node.args, ...node.keywords.map(({ value }) => value)];
      return [...given, node.starargs, node.kwargs].filter((e) => e !== null);
    }
    case "Print":
      return node.dest ? [node.dest] : [];
    case "Assign":
      return node.targets.some((t) => t.kind === "Attribute" && !only(facts.typeOf(t.value), "instance"))
        ? [node.value]
        : [];
    default:
      return [];
  }
}

/** From more than `object` and an exception: other classes of the library call the methods of their objects. */
const derivesFromLibrary = (cls: ClassInfo): boolean =>
  cls.lineage.some((base) =>
    base.bases.some(
      (m) => m.k !== "class" && !(m.k === "libclass" && (m.name === "builtins.object" || library.isException(m.name))),
    ),
  );
