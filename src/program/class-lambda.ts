import type * as py from "../python/ast.ts";
import { targetNames, targetsOf } from "../python/targets.ts";
import { walk } from "../python/walk.ts";

const DECORATORS: ReadonlySet<string> = new Set(["staticmethod", "classmethod", "property"]);

/**
 * In the body of a class `area = lambda self: self.a * self.b` is `def area(self): return self.a * self.b`, as an object hands itself over
 * to it alike, where nothing else there is called `area`; and of `staticmethod(lambda a: a.n)` it is that with a decorator. Python calls
 * it `<lambda>` in its errors.
 */
export function lambdaMethod(cls: py.ClassDef, item: py.Statement): py.FunctionDef | null {
  if (item.kind !== "Assign" || item.targets.length !== 1) return null;
  const [target] = item.targets;
  const { value, decorators } = decorated(item.value);
  if (target?.kind !== "Name" || value.kind !== "Lambda" || value.partial || holdsYield(value)) return null;
  if (!cls.body.body.every((other) => other === item || !binds(other, target.id))) return null;
  const { leading, trailingComment, blankLinesBefore, start, end } = item;
  const { body: returned, params } = value;
  const span = { start: value.start, end: value.end };
  const plain = { leading: [], trailingComment: null, blankLinesBefore: 0 };
  return {
    kind: "FunctionDef",
    name: target.id,
    params,
    body: { body: [{ kind: "Return", value: returned, ...plain, ...span }], trailing: [], ...span },
    decorators,
    returns: null,
    async: false,
    calledAs: "<lambda>",
    leading,
    trailingComment,
    blankLinesBefore,
    start,
    end,
  };
}

function decorated(e: py.Expression): { value: py.Expression; decorators: readonly py.Expression[] } {
  if (e.kind !== "Call" || e.func.kind !== "Name" || !DECORATORS.has(e.func.id)) return { value: e, decorators: [] };
  const [value] = e.args;
  const isAlone = e.args.length === 1 && e.keywords.length === 0 && !e.starargs && !e.kwargs;
  return value && isAlone ? { value, decorators: [e.func] } : { value: e, decorators: [] };
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

/** Python 2 makes a generator of it. */
function holdsYield(lambda: py.Lambda): boolean {
  let found = false;
  walk(lambda, (node) => {
    found ||= node.kind === "Yield";
  });
  return found;
}
