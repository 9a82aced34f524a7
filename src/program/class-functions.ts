import type * as py from "../python/ast.ts";
import { allParameters } from "../python/parameters.ts";
import { targetNames, targetsOf } from "../python/targets.ts";
import { walk } from "../python/walk.ts";
import type { NameBindings } from "./name-bindings.ts";
import { isConstant, Written } from "./written-lambda.ts";

const DECORATORS: ReadonlySet<string> = new Set(["staticmethod", "classmethod", "property"]);

/**
 * What an assignment in the body of a class makes a method of, as a `def` there; nothing where it stays an assignment, or something else
 * in the body may give a value to the name. Python calls it in its errors what the function is called.
 *   area = lambda self: self.a * self.b  →  def area(self): return self.a * self.b
 *   show = staticmethod(show_text)       →  @staticmethod
 *                                           def show(text): return show_text(text)
 *   def make(cls): …                     →  @classmethod
 *   make = classmethod(make)                def make(cls): …
 */
export function assignedMethods(
  cls: py.ClassDef,
  tree: py.Module,
  bindings: () => NameBindings,
): ReadonlyMap<py.Statement, py.Statement> {
  const written = new Map<py.Statement, py.Statement>();
  for (const item of cls.body.body) {
    if (item.kind !== "Assign" || item.targets.length !== 1) continue;
    const [target] = item.targets;
    const { value, decorators } = decorated(item.value);
    if (target?.kind !== "Name") continue;
    const others = cls.body.body.filter((other) => other !== item && binds(other, target.id));
    if (value.kind === "Lambda" && !value.partial && !holdsYield(value) && others.length === 0) {
      written.set(item, definition(item, target.id, "<lambda>", value.params, value.body, decorators));
      continue;
    }
    if (value.kind !== "Name") continue;
    const [own] = others;
    if (own?.kind === "FunctionDef" && others.length === 1 && value.id === target.id && decorators.length === 1) {
      if (own.decorators.length > 0 || !isReadOnce(cls, target.id)) continue;
      written.set(own, { ...own, decorators });
      const { leading, trailingComment, blankLinesBefore, start, end } = item;
      written.set(item, { kind: "Pass", leading, trailingComment, blankLinesBefore, start, end });
      continue;
    }
    const f = others.length === 0 ? functionOfModule(value.id, target.id, bindings()) : null;
    if (!f || f.end > cls.start || !tree.body.includes(f)) continue;
    const at = new Written(value);
    const call = at.call(
      value,
      f.params.positional.map((p) => at.name(p.target.kind === "Name" ? p.target.id : "")),
    );
    written.set(item, definition(item, target.id, f.name, f.params, call, decorators));
  }
  return written;
}

function decorated(e: py.Expression): { value: py.Expression; decorators: readonly py.Expression[] } {
  if (e.kind !== "Call" || e.func.kind !== "Name" || !DECORATORS.has(e.func.id)) return { value: e, decorators: [] };
  const [value] = e.args;
  const isAlone = e.args.length === 1 && e.keywords.length === 0 && !e.starargs && !e.kwargs;
  return value && isAlone ? { value, decorators: [e.func] } : { value: e, decorators: [] };
}

/** A function of the file that is the only one of its name, but for the class's own; of plain parameters. */
function functionOfModule(name: string, own: string, bindings: NameBindings): py.FunctionDef | null {
  if (bindings.hasStar) return null;
  const all = bindings
    .of(name)
    .filter(({ kind }, i, found) => !(name === own && found.length === 2 && kind === "assignment"));
  const [found] = all;
  if (all.length !== 1 || found?.kind !== "function" || found.owner !== null) return null;
  const { params, decorators } = found.node;
  const isPlain =
    !params.vararg &&
    !params.kwarg &&
    allParameters(params).every((p) => p.target.kind === "Name" && (p.default === null || isConstant(p.default)));
  return isPlain && decorators.length === 0 ? found.node : null;
}

/** `def name(parameters): return value` in the place of the assignment. */
function definition(
  item: py.Assign,
  name: string,
  calledAs: string,
  params: py.Parameters,
  value: py.Expression,
  decorators: readonly py.Expression[],
): py.FunctionDef {
  const { leading, trailingComment, blankLinesBefore, start, end } = item;
  const span = { start: item.value.start, end: item.value.end };
  const returned: py.Return = {
    kind: "Return",
    value,
    leading: [],
    trailingComment: null,
    blankLinesBefore: 0,
    ...span,
  };
  return {
    kind: "FunctionDef",
    name,
    params,
    body: { body: [returned], trailing: [], ...span },
    decorators,
    returns: null,
    async: false,
    calledAs,
    leading,
    trailingComment,
    blankLinesBefore,
    start,
    end,
  };
}

/** The statement, or one in it, may give the name a value. */
function binds(statement: py.Statement, name: string): boolean {
  let found = false;
  walk(statement, (node) => {
    if (node.kind === "FunctionDef" || node.kind === "ClassDef") found ||= node.name === name;
    if (node.kind === "Import" || node.kind === "ImportFrom" || node.kind === "Exec") found = true;
    found ||= targetsOf(node).some((target) => targetNames(target).includes(name));
  });
  return found;
}

/** Nothing but the assignment reads the name in the body of the class, so that nothing sees the function without its decorator. */
function isReadOnce(cls: py.ClassDef, name: string): boolean {
  let count = 0;
  for (const item of cls.body.body)
    if (item.kind !== "FunctionDef")
      walk(item, (node) => {
        if (node.kind === "Name" && node.id === name) count++;
      });
  // The assignment has it on both sides.
  return count === 2;
}

/** Python 2 makes a generator of it. */
function holdsYield(lambda: py.Lambda): boolean {
  let found = false;
  walk(lambda, (node) => {
    found ||= node.kind === "Yield";
  });
  return found;
}
