import { walk } from "../python/walk.ts";
import type * as py from "../python/ast.ts";
import { assignedMethods } from "./class-functions.ts";
import { containerMethod } from "./container-method.ts";
import { dictStores } from "./dict-stores.ts";
import { joinPrints } from "./joined-prints.ts";
import { NameBindings } from "./name-bindings.ts";
import { calledWith, partialLambda } from "./partial.ts";
import { optionalDecorators } from "./optional-decorator.ts";
import { objectMakers } from "./object-makers.ts";
import { namedTupleBases, tupleMakers } from "./named-tuple-base.ts";
import { operation, operatorFunction, operatorNames } from "./operator-functions.ts";
import { threadCall } from "./thread-call.ts";
import { totallyOrdered } from "./total-ordering.ts";
import { isConstant, Written } from "./written-lambda.ts";

/**
 * Writes calls of the library that only make a function, or only call one, as what they mean: `attrgetter('a')` is `lambda item: item.a`,
 * `apply(f, args)` is `f(*args)`. All that follows then knows them. Changes the tree, which is the program's own.
 *
 * @param isNamedElsewhere whether another file of the program has a name
 */
export function writeOut(tree: py.Module, isNamedElsewhere: (name: string) => boolean): void {
  joinPrints(tree);
  let bindings: NameBindings | null = null;
  const isNamedTuple = (call: py.Call): boolean =>
    lastName(call.func) === "namedtuple" &&
    nameOf(call.func, (bindings ??= new NameBindings(tree))) === "collections.namedtuple";
  namedTupleBases(tree, isNamedTuple);
  optionalDecorators(tree, () => (bindings ??= new NameBindings(tree)), isNamedElsewhere);
  objectMakers(tree, () => (bindings ??= new NameBindings(tree)));
  const replaced = new Map<object, py.Expression | py.Statement>(tupleMakers(tree, isNamedTuple));
  const taken = new Map<py.Expression, number>();
  /** What is called has a rule of its own; what is stored in is no value. */
  const others = new Set<py.Expression>();
  walk(tree, (node) => {
    if (node.kind === "ClassDef") {
      const ordering = node.decorators.findIndex((d) => lastName(d) === "total_ordering");
      if (ordering >= 0) {
        bindings ??= new NameBindings(tree);
        const isOne = nameOf(node.decorators[ordering]!, bindings) === "functools.total_ordering";
        const made = isOne ? totallyOrdered(node, ordering) : null;
        if (made) replaced.set(node, made);
      }
      for (const [target, attribute] of dictStores(node)) replaced.set(target, attribute);
      const asked = (): NameBindings => (bindings ??= new NameBindings(tree));
      for (const [item, method] of assignedMethods(node, tree, asked)) replaced.set(item, method);
      for (const item of node.body.body) {
        const method = containerMethod(node, item, asked);
        if (method) replaced.set(item, method);
      }
      return;
    }
    if (node.kind === "Call") others.add(node.func);
    if (node.kind === "Assign" || node.kind === "Delete") for (const target of node.targets) others.add(target);
    if ((node.kind === "Name" || node.kind === "Attribute") && !others.has(node) && operatorNames.has(lastName(node))) {
      bindings ??= new NameBindings(tree);
      const made = operatorFunction(nameOf(node, bindings), node);
      if (made) replaced.set(node, made);
      return;
    }
    if (node.kind !== "Call" || !words.has(lastName(node.func))) {
      if (node.kind === "Call") noteTaken(node, taken);
      return;
    }
    noteTaken(node, taken);
    bindings ??= new NameBindings(tree);
    const made = writtenOut(node, bindings, taken.get(node) ?? null);
    if (made) replaced.set(node, made);
  });
  if (replaced.size > 0) replaceIn(tree, replaced);
}

/** The last words of the calls that are looked at. */
const words: ReadonlySet<string> = new Set([
  ..."attrgetter methodcaller itemgetter partial apply format getattr sorted sort Thread Timer register".split(" "),
  ...operatorNames,
]);

const lastName = (func: py.Expression): string =>
  func.kind === "Name" ? func.id : func.kind === "Attribute" ? func.attr : "";

/** What a call is written out as; null where it stays. `taken` is with how many values what it gives is called, where that is known. */
function writtenOut(node: py.Call, bindings: NameBindings, taken: number | null): py.Expression | null {
  const name = nameOf(node.func, bindings);
  switch (name) {
    case "functools.partial":
      return partialLambda(node, bindings, taken);
    case "threading.Thread":
    case "threading.Timer":
      return threadCall(node, name, bindings);
    case "atexit.register": {
      const [func, ...more] = node.args;
      const isPlain = !func || node.starargs || node.kwargs || more.length + node.keywords.length === 0;
      return isPlain ? null : { ...node, args: [calledWith(node, func, bindings, 0)], keywords: [] };
    }
    case "operator.attrgetter":
      return ofEach(node, (at, item, arg) =>
        arg.kind === "Str" && /^\w+(\.\w+)*$/.test(arg.value)
          ? arg.value.split(".").reduce<py.Expression>((value, attr) => at.attribute(value, attr), item)
          : null,
      );
    case "operator.itemgetter":
      return ofEach(node, (at, item, arg) => (isConstant(arg) || isMinus(arg) ? at.item(item, arg) : null));
    case "operator.methodcaller":
      return methodCaller(node);
    case "apply":
      return applied(node);
    case "format":
      return formatted(node);
    case "getattr":
      return memberOf(node, bindings);
    case "sorted":
      return byComparison(node, bindings);
    default:
      if (name?.startsWith("operator.") && node.keywords.length === 0 && !node.starargs && !node.kwargs)
        return operation(name.slice("operator.".length), node.args, node);
      // A class of the file may have a `sort` of its own, which takes no `cmp`.
      return node.func.kind === "Attribute" && node.func.attr === "sort" && bindings.of("sort").length === 0
        ? byComparison(node, bindings)
        : null;
  }
}

/** `getattr(math, 'sqrt')` of a module that an import names: `math.sqrt`. */
function memberOf(
  { args, keywords, starargs, kwargs, start, end }: py.Call,
  bindings: NameBindings,
): py.Expression | null {
  const [value, name, ...others] = args;
  if (others.length + keywords.length > 0 || starargs || kwargs || value?.kind !== "Name" || name?.kind !== "Str")
    return null;
  const isModule = bindings.only(value.id)?.kind === "import";
  return isModule && /^[A-Za-z]\w*$/.test(name.value)
    ? { kind: "Attribute", value, attr: name.value, start, end }
    : null;
}

/** `sorted(items, key=cmp_to_key(f))`: `sorted(items, cmp=f)`. */
function byComparison(node: py.Call, bindings: NameBindings): py.Expression | null {
  const at = node.keywords.findIndex(({ name }) => name === "key");
  const key = node.keywords[at]?.value;
  if (key?.kind !== "Call" || nameOf(key.func, bindings) !== "functools.cmp_to_key") return null;
  const [compare] = key.args;
  if (!compare || key.args.length > 1 || key.keywords.length > 0 || key.starargs || key.kwargs) return null;
  const keywords = node.keywords.map((keyword, i) =>
    i === at ? { ...keyword, name: "cmp", value: compare } : keyword,
  );
  return { ...node, keywords };
}

/** The qualified name of what a call is of, where nothing else in the file may have that name. */
function nameOf(func: py.Expression, bindings: NameBindings): string | null {
  // Any name may be another one's then.
  if (bindings.hasStar) return null;
  if (func.kind === "Attribute") {
    const found = func.value.kind === "Name" ? bindings.only(func.value.id) : null;
    return found?.kind === "import" ? `${found.of}.${func.attr}` : null;
  }
  if (func.kind !== "Name") return null;
  const all = bindings.of(func.id);
  if (all.length === 0) return func.id;
  const found = bindings.only(func.id);
  return found?.kind === "import" ? found.of : null;
}

/** How many values the partial function that a call is given is called with. */
function noteTaken(node: py.Call, taken: Map<py.Expression, number>): void {
  const [first] = node.args;
  const name = lastName(node.func);
  if (first && name === "iter" && node.args.length === 2) taken.set(first, 0);
  if (first && ["map", "imap", "filter"].includes(name)) taken.set(first, node.args.length - 1);
  for (const { name: keyword, value } of node.keywords) {
    if (keyword === "key") taken.set(value, 1);
    if (keyword === "target") taken.set(value, 0);
  }
}

const isMinus = (e: py.Expression): boolean => e.kind === "UnaryOp" && e.op === "-" && e.operand.kind === "Num";

/** `lambda item: …`: one thing of the item, or a tuple of several. */
function ofEach(
  node: py.Call,
  part: (at: Written, item: py.Expression, arg: py.Expression) => py.Expression | null,
): py.Expression | null {
  if (node.keywords.length > 0 || node.starargs || node.kwargs) return null;
  const at = new Written(node);
  const parts = node.args.map((arg) => part(at, at.name("item"), arg));
  const made = parts.flatMap((one) => one ?? []);
  const [only] = made;
  if (!only || made.length < parts.length) return null;
  return at.lambda([at.parameter("item")], made.length === 1 ? only : at.tuple(made));
}

/** `lambda item: item.name(…)`, of arguments that are the same at any time. */
function methodCaller(node: py.Call): py.Expression | null {
  const [name, ...args] = node.args;
  if (name?.kind !== "Str" || node.starargs || node.kwargs) return null;
  if (![...args, ...node.keywords.map(({ value }) => value)].every(isConstant)) return null;
  const at = new Written(node);
  const body = at.call(at.attribute(at.name("item"), name.value), args, { keywords: node.keywords });
  return at.lambda([at.parameter("item")], body);
}

/** `apply(f, args, kwargs)`: `f(*args, **kwargs)`. */
function applied(node: py.Call): py.Expression | null {
  const [func, args, kwargs] = node.args;
  if (!func || node.args.length > 3 || node.keywords.length > 0 || node.starargs || node.kwargs) return null;
  const isWritten = args?.kind === "Tuple" || args?.kind === "List";
  return new Written(node).call(func, isWritten ? args.elts : [], {
    starargs: isWritten ? null : (args ?? null),
    kwargs: kwargs ?? null,
  });
}

/** `format(x, '.2f')`: `'{:.2f}'.format(x)`. */
function formatted(node: py.Call): py.Expression | null {
  const [value, spec] = node.args;
  if (!value || node.args.length > 2 || node.keywords.length > 0 || node.starargs || node.kwargs) return null;
  const at = new Written(node);
  if (!spec) return at.call(at.attribute(at.text("{}"), "format"), [value]);
  if (spec.kind !== "Str") return at.call(at.attribute(at.text("{0:{1}}"), "format"), [value, spec]);
  if (/[{}]/.test(spec.value)) return null;
  return at.call(at.attribute({ ...spec, value: `{:${spec.value}}` }, "format"), [value]);
}

/** Puts expressions and statements in the place of others, however deep they stand; those inside what is put in, too. */
function replaceIn(tree: py.Module, replaced: ReadonlyMap<object, py.Expression | py.Statement>): void {
  const waiting: object[] = [tree];
  // A `partial` of the function that it stands in leads back to it.
  const reached = new Set<object>();
  for (let holder = waiting.pop(); holder !== undefined; holder = waiting.pop())
    for (const [key, value] of Object.entries(holder)) {
      if (typeof value !== "object" || value === null) continue;
      const made = replaced.get(value);
      if (made) Reflect.set(holder, key, made);
      const next = made ?? value;
      if (reached.has(next)) continue;
      reached.add(next);
      waiting.push(next);
    }
}
