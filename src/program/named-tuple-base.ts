import type * as py from "../python/ast.ts";
import { Written } from "./written-lambda.ts";
import { walk } from "../python/walk.ts";

/**
 * `class Point(namedtuple('Point', 'x y')):` is written as two statements, `PointFields = namedtuple('Point', 'x y')` and
 * `class Point(PointFields):`. A `__new__` that only hands arguments on to the tuple's own is written as the `__init__` that it stands for.
 * Changes the tree.
 *
 * @param isNamedTuple whether a call is one of `collections.namedtuple`
 */
export function namedTupleBases(tree: py.Module, isNamedTuple: (call: py.Call) => boolean): void {
  const body: py.Statement[] = [];
  const taken = new Set<string>();
  for (const statement of tree.body) {
    const [base] = statement.kind === "ClassDef" ? statement.bases : [];
    if (statement.kind !== "ClassDef" || base?.kind !== "Call" || !isNamedTuple(base)) {
      body.push(statement);
      continue;
    }
    if (taken.size === 0)
      walk(tree, (node) => {
        if (node.kind === "Name") taken.add(node.id);
      });
    let name = `${statement.name}Fields`;
    while (taken.has(name)) name += "_";
    taken.add(name);
    const at = new Written(base);
    body.push(at.assign(name, base, statement.blankLinesBefore));
    body.push({ ...statement, bases: [at.name(name), ...statement.bases.slice(1)] });
  }
  if (taken.size > 0) Reflect.set(tree, "body", body);
}

/** Classes that derive from what `namedtuple` makes: a `__new__` of them is written as `__init__`. */
export function tupleMakers(
  tree: py.Module,
  isNamedTuple: (call: py.Call) => boolean,
): ReadonlyMap<object, py.Statement> {
  const made = new Set<string>();
  const replaced = new Map<object, py.Statement>();
  for (const statement of tree.body) {
    if (statement.kind === "Assign" && statement.value.kind === "Call" && isNamedTuple(statement.value))
      for (const target of statement.targets) if (target.kind === "Name") made.add(target.id);
    if (statement.kind !== "ClassDef") continue;
    const [base, ...others] = statement.bases;
    if (base?.kind !== "Name" || !made.has(base.id) || others.length > 0) continue;
    for (const item of statement.body.body) {
      const init = item.kind === "FunctionDef" ? asInit(item, statement.name, base.id) : null;
      if (init) replaced.set(item, init);
    }
  }
  return replaced;
}

/** `def __new__(cls, a, b=1): …; return super(Point, cls).__new__(cls, a, b)` as `__init__`; null where it does anything else with `cls`. */
function asInit(method: py.FunctionDef, cls: string, base: string): py.FunctionDef | null {
  const last = method.body.body.at(-1);
  const [first] = method.params.positional;
  if (method.name !== "__new__" || last?.kind !== "Return" || last.value?.kind !== "Call") return null;
  if (first?.target.kind !== "Name" || method.decorators.length > 0) return null;
  const own = first.target.id;
  const { func, args } = last.value;
  const [object, ...rest] = args;
  if (func.kind !== "Attribute" || func.attr !== "__new__" || object?.kind !== "Name" || object.id !== own) return null;
  const isSuper =
    func.value.kind === "Call" &&
    func.value.func.kind === "Name" &&
    func.value.func.id === "super" &&
    func.value.args.length === 2 &&
    func.value.args.every((arg, i) => arg.kind === "Name" && arg.id === [cls, own][i]);
  if (!isSuper && !(func.value.kind === "Name" && func.value.id === base)) return null;
  let uses = 0;
  let returns = 0;
  walk(method, (node) => {
    if (node.kind === "Name" && node.id === own && node !== first.target) uses++;
    if (node.kind === "Return") returns++;
  });
  if (uses !== (isSuper ? 2 : 1) || returns !== 1) return null;
  const at = new Written(last.value);
  const call = at.call(at.attribute(at.call(at.name("super"), [at.name(cls), at.name(own)]), "__init__"), rest, {
    keywords: last.value.keywords,
    starargs: last.value.starargs,
    kwargs: last.value.kwargs,
  });
  const end: py.Statement = { ...last, kind: "Expr", value: call };
  return {
    ...method,
    name: "__init__",
    calledAs: "__new__",
    body: { ...method.body, body: [...method.body.body.slice(0, -1), end] },
  };
}
