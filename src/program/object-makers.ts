import { allParameters } from "../python/parameters.ts";
import { targetNames, targetsOf } from "../python/targets.ts";
import { walk } from "../python/walk.ts";
import type * as py from "../python/ast.ts";
import type { NameBindings } from "./name-bindings.ts";
import { isConstant, Written } from "./written-lambda.ts";

/**
 * A class of `object` with a `__new__` of its own is written so that its `__init__` asks for the object first, which is what a constructor
 * does by `super()`. Changes the tree.
 *   def __new__(cls, *args): …  super(C, cls).__new__(cls, *args)  →  @classmethod
 *                                                                      def __new__(cls): …  object.__new__(cls)
 *   def __init__(self, path): …                                    →  def __init__(self, path): self.__new__(); …
 * It stays as it is where `__new__` may not take what `__init__` takes, or is called by somebody else.
 */
export function objectMakers(tree: py.Module, bindings: () => NameBindings): void {
  const classes: { readonly cls: py.ClassDef; readonly made: readonly py.Statement[] }[] = [];
  let asked = 0;
  walk(tree, (node) => {
    if (node.kind === "Attribute" && node.attr === "__new__") asked++;
    if (node.kind !== "ClassDef" || !node.body.body.some(isMaker)) return;
    const made = writtenMaker(node, bindings());
    if (!made) return;
    asked -= made.asked;
    classes.push({ cls: node, made: made.body });
  });
  if (asked === 0) for (const { cls, made } of classes) Reflect.set(cls.body, "body", made);
}

const isMaker = (node: py.Statement): node is py.FunctionDef => node.kind === "FunctionDef" && node.name === "__new__";

/** The statements of the class, and how many attributes `__new__` its own one asks for; null where there is no rule for it. */
function writtenMaker(
  cls: py.ClassDef,
  bindings: NameBindings,
): { readonly body: readonly py.Statement[]; readonly asked: number } | null {
  const [base, ...others] = cls.bases;
  const [maker, ...again] = cls.body.body.filter(isMaker);
  const [init, ...more] = cls.body.body.filter((s) => s.kind === "FunctionDef" && s.name === "__init__");
  const isOfObject = base?.kind === "Name" && base.id === "object" && bindings.of("object").length === 0;
  if (!maker || !isOfObject || others.length + again.length + more.length > 0 || bindings.hasStar) return null;
  if (init && (init.kind !== "FunctionDef" || init.decorators.length > 0)) return null;
  const [own] = maker.params.positional;
  if (own?.target.kind !== "Name" || own.default || !isStatic(maker) || bindings.of("classmethod").length > 0)
    return null;
  const name = own.target.id;
  const fresh = freshObjects(maker, cls.name, name);
  if (!fresh) return null;
  const given = handedOn(maker, init ?? null, fresh.given);
  // Without an `__init__`, `object.__new__` does mind.
  if (!given || (!init && !given.ignores && fresh.given.length > 0)) return null;
  const at = new Written(maker);
  const made: py.FunctionDef = {
    ...maker,
    decorators: [at.name("classmethod")],
    params: given.ignores ? { ...maker.params, vararg: null, kwarg: null } : maker.params,
    makes: true,
    ignores: given.ignores,
  };
  const start = initOf(maker, init ?? null, given);
  if (!start) return null;
  for (const call of fresh.calls) {
    Reflect.set(call, "func", at.attribute(at.name("object"), "__new__"));
    Reflect.set(call, "args", [at.name(name)]);
    Reflect.set(call, "starargs", null);
    Reflect.set(call, "kwargs", null);
  }
  const asks = asking(start.node, given, start.self);
  const body = cls.body.body.flatMap((s) => (s === maker ? (init ? [made] : [made, asks]) : s === init ? [asks] : [s]));
  return { body, asked: fresh.calls.length };
}

const isStatic = ({ decorators }: py.FunctionDef): boolean =>
  decorators.every((d) => d.kind === "Name" && d.id === "staticmethod");

const lastName = (func: py.Expression): string => (func.kind === "Attribute" ? func.attr : "");

interface Fresh {
  readonly calls: readonly py.Call[];
  /** What is handed to `object.__new__` beside the class, which takes no notice of it. */
  readonly given: readonly py.Expression[];
}

/** `object.__new__(cls, …)` and `super(C, cls).__new__(cls, …)` in a `__new__`, which uses its `cls` as it came; null where it does not. */
function freshObjects(maker: py.FunctionDef, cls: string, own: string): Fresh | null {
  const calls: py.Call[] = [];
  let isPlain = true;
  let gives = false;
  walk(maker, (node) => {
    if (targetsOf(node).flatMap(targetNames).includes(own)) isPlain = false;
    if (node.kind === "Return" && node.value) gives = true;
    // An object of another class, which Python calls no `__init__` of this one for.
    if (node.kind === "Return" && node.value?.kind === "Call" && lastName(node.value.func) !== "__new__")
      isPlain = false;
    if (node.kind !== "Call" || node.func.kind !== "Attribute" || node.func.attr !== "__new__") return;
    const { value } = node.func;
    const [first] = node.args;
    const isName = (e: py.Expression | undefined, id: string): boolean => e?.kind === "Name" && e.id === id;
    const isSuper =
      value.kind === "Call" &&
      isName(value.func, "super") &&
      value.args.length === 2 &&
      isName(value.args[0], cls) &&
      isName(value.args[1], own);
    if ((isSuper || isName(value, "object")) && isName(first, own) && node.keywords.length === 0) calls.push(node);
  });
  const given = calls.flatMap(({ args, starargs, kwargs }) => [...args.slice(1), starargs ?? [], kwargs ?? []].flat());
  const isQuiet = given.every((e) => e.kind === "Name" || isConstant(e));
  return isPlain && (calls.length > 0 || !gives) && isQuiet ? { calls, given } : null;
}

interface Given {
  readonly params: readonly py.Parameter[];
  /** `__new__` takes all there is, and looks at none of it. */
  readonly ignores: boolean;
}

/** What `__init__` hands on to `__new__`, of which Python gives both the same: nothing where that takes all and looks at none of it. */
function handedOn(
  { params, body }: py.FunctionDef,
  init: py.FunctionDef | null,
  unseen: readonly py.Expression[],
): Given | null {
  const [, ...own] = params.positional;
  if (params.kwonly.length > 0 || allParameters(params).some((p) => p.target.kind !== "Name")) return null;
  const { vararg, kwarg } = params;
  const collected = [vararg, kwarg].flatMap((p) => (p?.target.kind === "Name" ? [p.target.id] : []));
  let looks = false;
  for (const statement of body.body)
    walk(statement, (node) => {
      if (node.kind === "Name" && collected.includes(node.id) && !unseen.includes(node)) looks = true;
    });
  const takesAll = own.length === 0 && vararg !== null && kwarg !== null && !looks;
  if (takesAll) return { params: [], ignores: true };
  if (vararg || kwarg) return null;
  const theirs = init ? init.params.positional.slice(1) : own;
  if (init && (init.params.vararg || init.params.kwarg || init.params.kwonly.length > 0)) return null;
  const isAlike = theirs.length === own.length && own.every((p, i) => isSame(p, theirs[i]!));
  return isAlike ? { params: own, ignores: false } : null;
}

const isSame = (a: py.Parameter, b: py.Parameter): boolean => {
  const plain = (value: py.Expression | null): string =>
    JSON.stringify(value, (key, part: unknown) =>
      key === "start" || key === "end" ? undefined : typeof part === "bigint" ? String(part) : part,
    );
  const isFixed = a.default === null || isConstant(a.default);
  return nameOf(a) !== null && nameOf(a) === nameOf(b) && isFixed && plain(a.default) === plain(b.default);
};

const nameOf = ({ target }: py.Parameter): string | null => (target.kind === "Name" ? target.id : null);

/** The `__init__` of the class, or one that does nothing; null where it does not take its object by a name. */
function initOf(
  maker: py.FunctionDef,
  init: py.FunctionDef | null,
  { params }: Given,
): { readonly node: py.FunctionDef; readonly self: string } | null {
  if (init) {
    const [self] = init.params.positional;
    const name = self && !self.default ? nameOf(self) : null;
    return name === null ? null : { node: init, self: name };
  }
  const at = new Written({ start: maker.start, end: maker.start });
  if (params.some((p) => nameOf(p) === "self")) return null;
  const written = params.map((p) => at.parameter(nameOf(p) ?? "", p.default));
  const { body, ...method } = at.method("__init__", ["self"], at.name("self"));
  return {
    node: {
      ...method,
      params: { ...method.params, positional: [...method.params.positional, ...written] },
      body: { ...body, body: [] },
      isAdded: true,
    },
    self: "self",
  };
}

/** The `__init__` with a call of `__new__` before its statements, behind its docstring. */
function asking(init: py.FunctionDef, { params, ignores }: Given, self: string): py.FunctionDef {
  const [first] = init.body.body;
  const isDoc = first?.kind === "Expr" && first.value.kind === "Str";
  const from = isDoc ? 1 : 0;
  const at = new Written({ start: init.body.start, end: init.body.start });
  const call = at.call(
    at.attribute(at.name(self), "__new__"),
    params.map((p) => at.name(nameOf(p) ?? "")),
  );
  const { leading, trailingComment } = at.assign("", call);
  const asks: py.Statement = {
    kind: "Expr",
    value: call,
    leading,
    trailingComment,
    blankLinesBefore: 0,
    start: call.start,
    end: call.end,
  };
  return {
    ...init,
    // Python asks it first whether it takes what is given.
    ...(!ignores && { calledAs: "__new__" }),
    body: { ...init.body, body: [...init.body.body.slice(0, from), asks, ...init.body.body.slice(from)] },
  };
}
