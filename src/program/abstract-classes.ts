import { walk } from "../python/walk.ts";
import type * as py from "../python/ast.ts";
import { NameBindings } from "./name-bindings.ts";
import { Written } from "./written-lambda.ts";

/** A class of the program, by its name, which no other has. */
interface Known {
  readonly node: py.ClassDef;
  readonly bindings: NameBindings;
}

/** What `abc` gives, as it is written in a file. */
type Meaning = "abc.ABCMeta" | "abc.abstractmethod" | "abc.abstractproperty" | null;

/**
 * Classes of `abc.ABCMeta` are written as plain ones, which know what is abstract in them (`ClassDef.abstract`): making one raises. An
 * abstract method that does nothing only raises, as nothing calls it. Nothing is changed where the program does more with such classes,
 * whose metaclass is reported then. Changes the trees.
 */
export function abstractClasses(trees: readonly py.Module[]): void {
  if (!trees.some(usesAbc)) return;
  const known = new Map<string, Known | null>();
  for (const tree of trees) {
    const bindings = new NameBindings(tree);
    walk(tree, (node) => {
      if (node.kind === "ClassDef") known.set(node.name, known.has(node.name) ? null : { node, bindings });
    });
  }
  const all = [...known.values()].flatMap((one) => one ?? []);
  const own = all.filter(({ node, bindings }) => metaclassOf(node, bindings) !== null);
  const related = all.filter((one) => lineage(one, known).some((base) => own.includes(base)));
  if (own.length === 0 || !related.every((one) => isPlain(one, known))) return;
  const abstract = new Map(related.map((one) => [one.node, abstractNames(one, known)]));
  const names = new Set(related.flatMap(({ node }) => (abstract.get(node)!.length > 0 ? [node.name] : [])));
  if (!trees.every((tree) => onlyDerives(tree, new Set(related.map(({ node }) => node.name)), names))) return;
  const supers = new Set(trees.flatMap((tree) => calledAbove(tree, known)));
  for (const one of related) rewrite(one, abstract.get(one.node)!, supers);
  for (const tree of trees) withoutImports(tree);
}

const usesAbc = (tree: py.Module): boolean => {
  let uses = false;
  walk(tree, (node) => {
    if (node.kind === "Import" && node.names.some(({ name }) => name === "abc")) uses = true;
    if (node.kind === "ImportFrom" && node.module === "abc" && node.level === 0) uses = true;
  });
  return uses;
};

function meaning(e: py.Expression, bindings: NameBindings): Meaning {
  const of = (name: string): string | null => {
    const found = bindings.only(name);
    return found?.kind === "import" ? found.of : null;
  };
  const full =
    e.kind === "Name"
      ? of(e.id)
      : e.kind === "Attribute" && e.value.kind === "Name" && of(e.value.id) === "abc"
        ? `abc.${e.attr}`
        : null;
  return full === "abc.ABCMeta" || full === "abc.abstractmethod" || full === "abc.abstractproperty" ? full : null;
}

/** The statement `__metaclass__ = ABCMeta`. */
function metaclassOf(node: py.ClassDef, bindings: NameBindings): py.Assign | null {
  for (const s of node.body.body)
    if (s.kind === "Assign" && s.targets.length === 1) {
      const [target] = s.targets;
      if (target?.kind === "Name" && target.id === "__metaclass__" && meaning(s.value, bindings) === "abc.ABCMeta")
        return s;
    }
  return null;
}

const basesOf = ({ node }: Known, known: ReadonlyMap<string, Known | null>): readonly (Known | null)[] =>
  node.bases.map((b) => {
    const name = b.kind === "Name" ? b.id : b.kind === "Attribute" ? b.attr : "";
    return name === "object" ? null : (known.get(name) ?? null);
  });

/** The class and those above it, in the order in which they are asked where no class is reached twice, the last time counting else. */
function lineage(one: Known, known: ReadonlyMap<string, Known | null>, depth = 0): readonly Known[] {
  if (depth > 20) return [one];
  const above = basesOf(one, known).flatMap((base) => (base ? lineage(base, known, depth + 1) : []));
  return [one, ...above.filter((base, i) => !above.includes(base, i + 1))];
}

/** Nothing in the class says more of it than its methods and attributes do, nor does a class above it. */
function isPlain(one: Known, known: ReadonlyMap<string, Known | null>): boolean {
  const { node, bindings } = one;
  const bases = basesOf(one, known);
  const isKnown = node.bases.every((b, i) => bases[i] !== null || (b.kind === "Name" && b.id === "object"));
  const isSimple = node.body.body.every((s) => {
    if (s.kind === "FunctionDef") {
      const meanings = s.decorators.map((d) => meaning(d, bindings));
      // `@property` above `@abstractmethod` is not abstract in Python 2; below it, and beside other decorators, it is none here.
      return meanings.every((m) => m === null) || s.decorators.length === 1 || isHidden(s, bindings);
    }
    if (s.kind === "Assign")
      return s.targets.every(
        (t) => t.kind === "Name" && (t.id !== "__metaclass__" || metaclassOf(node, bindings) === s),
      );
    return s.kind === "Expr" || s.kind === "Pass";
  });
  return isKnown && isSimple && node.keywords.length === 0 && node.decorators.length === 0;
}

const HIDING: ReadonlySet<string> = new Set(["property", "staticmethod", "classmethod"]);

/** `@property` above `@abstractmethod`: what Python asks for is the property, which is not abstract. */
const isHidden = (method: py.FunctionDef, bindings: NameBindings): boolean => {
  const [first, second, ...more] = method.decorators;
  const hides = first?.kind === "Name" && HIDING.has(first.id) && bindings.of(first.id).length === 0;
  return hides && more.length === 0 && second !== undefined && meaning(second, bindings) === "abc.abstractmethod";
};

/** Whether a class gives a name a value, and one that is abstract. */
function gives({ node, bindings }: Known, name: string): "abstract" | "value" | null {
  let found: "abstract" | "value" | null = null;
  for (const s of node.body.body) {
    if (s.kind === "FunctionDef" && s.name === name) {
      const [first] = s.decorators;
      const setsAgain = first?.kind === "Attribute" && first.value.kind === "Name" && first.value.id === name;
      if (!setsAgain) found = first && meaning(first, bindings) !== null ? "abstract" : "value";
    }
    if (s.kind === "Assign" && s.targets.some((t) => t.kind === "Name" && t.id === name)) found = "value";
  }
  return found;
}

/** The names that are abstract in a class, in the order in which Python shows them. */
function abstractNames(one: Known, known: ReadonlyMap<string, Known | null>): readonly string[] {
  const classes = lineage(one, known);
  const names = classes.flatMap((c) =>
    c.node.body.body.flatMap((s) => (s.kind === "FunctionDef" && gives(c, s.name) === "abstract" ? [s.name] : [])),
  );
  const first = (name: string) => classes.map((c) => gives(c, name)).find((given) => given !== null);
  return [...new Set(names)].filter((name) => first(name) === "abstract").toSorted();
}

/** The program derives from the classes, makes objects and asks about them, and hands those that are abstract nowhere. */
function onlyDerives(tree: py.Module, related: ReadonlySet<string>, abstract: ReadonlySet<string>): boolean {
  const allowed = new Set<py.Expression>();
  let isSo = true;
  const nameOf = (e: py.Expression): string => (e.kind === "Name" ? e.id : e.kind === "Attribute" ? e.attr : "");
  walk(tree, (node) => {
    if (node.kind === "ClassDef") for (const base of node.bases) allowed.add(base);
    if (node.kind === "Call") {
      allowed.add(node.func);
      const asked = nameOf(node.func);
      if (["isinstance", "issubclass", "super"].includes(asked))
        for (const arg of node.args) for (const one of arg.kind === "Tuple" ? arg.elts : [arg]) allowed.add(one);
    }
    if (node.kind === "Attribute") {
      allowed.add(node.value);
      const of = nameOf(node.value);
      if (["register", "__subclasshook__", "__abstractmethods__", "__metaclass__"].includes(node.attr))
        if (node.attr !== "register" || related.has(of) || of === "cls") isSo = false;
    }
    if ((node.kind === "Name" || node.kind === "Attribute") && abstract.has(nameOf(node)) && !allowed.has(node))
      isSo = false;
  });
  return isSo;
}

/** Names of methods that are called of a class above, `super(C, self).area()` or `Shape.area(self)`. */
function calledAbove(tree: py.Module, known: ReadonlyMap<string, Known | null>): readonly string[] {
  const names: string[] = [];
  walk(tree, (node) => {
    if (node.kind !== "Attribute") return;
    const { value } = node;
    const isSuper = value.kind === "Call" && value.func.kind === "Name" && value.func.id === "super";
    const ofClass =
      (value.kind === "Name" && known.has(value.id)) || (value.kind === "Attribute" && known.has(value.attr));
    if (isSuper || ofClass) names.push(node.attr);
  });
  return names;
}

/** Leaves out the metaclass and what marks methods. */
function rewrite({ node, bindings }: Known, abstract: readonly string[], supers: ReadonlySet<string>): void {
  const metaclass = metaclassOf(node, bindings);
  const at = new Written(node);
  const body = rewritten(node.body.body, (s) => {
    if (s === metaclass) return null;
    if (s.kind !== "FunctionDef") return s;
    const meanings = s.decorators.map((d) => meaning(d, bindings));
    const decorators = s.decorators.flatMap((d, i) =>
      meanings[i] === "abc.abstractmethod" ? [] : [meanings[i] === null ? d : at.name("property")],
    );
    const isIdle = meanings[0] != null && !supers.has(s.name) && s.body.body.every(doesNothing);
    return { ...s, decorators, ...(isIdle && { body: raising(s) }) };
  });
  if (body.length === 0)
    body.push({ kind: "Pass", leading: [], trailingComment: null, blankLinesBefore: 0, ...spanOf(node) });
  Reflect.set(node, "body", { ...node.body, body });
  // The metaclass makes it a class of the new style.
  if (metaclass && node.bases.length === 0) Reflect.set(node, "bases", [at.name("object")]);
  if (abstract.length > 0) Reflect.set(node, "abstract", abstract);
}

const spanOf = ({ start, end }: py.Span): py.Span => ({ start, end });

const doesNothing = (s: py.Statement): boolean =>
  s.kind === "Pass" ||
  (s.kind === "Expr" && s.value.kind === "Str") ||
  (s.kind === "Return" && (s.value === null || (s.value.kind === "Name" && s.value.id === "None")));

/** The docstring, and `raise NotImplementedError`. */
function raising(method: py.FunctionDef): py.Block {
  const [first] = method.body.body;
  const doc = first?.kind === "Expr" && first.value.kind === "Str" ? [first] : [];
  const last = method.body.body.at(-1)!;
  const raise: py.Raise = {
    kind: "Raise",
    type: new Written(last).name("NotImplementedError"),
    inst: null,
    tback: null,
    cause: null,
    leading: last === first && doc.length > 0 ? [] : last.leading,
    trailingComment: last === first && doc.length > 0 ? null : last.trailingComment,
    blankLinesBefore: 0,
    ...spanOf(last),
  };
  return { ...method.body, body: [...doc, raise] };
}

/** What is imported of `abc` has no use any more. */
function withoutImports(tree: py.Module): void {
  const used = new Set<string>();
  walk(tree, (node) => {
    if (node.kind === "Name") used.add(node.id);
  });
  const body = rewritten(tree.body, (s) => {
    if (s.kind === "ImportFrom" && s.module === "abc" && s.level === 0) {
      const names = s.names.filter(({ name, asname }) => used.has(asname ?? name));
      return names.length > 0 ? { ...s, names } : null;
    }
    if (s.kind !== "Import") return s;
    const names = s.names.filter(({ name, asname }) => name !== "abc" || used.has(asname ?? name));
    return names.length > 0 ? { ...s, names } : null;
  });
  Reflect.set(tree, "body", body);
}

/** Each statement as it is given back; the comments of one that is left out stand above the next. */
function rewritten(body: readonly py.Statement[], one: (s: py.Statement) => py.Statement | null): py.Statement[] {
  const made: py.Statement[] = [];
  let carried: readonly py.Comment[] = [];
  for (const s of body) {
    const kept = one(s);
    if (kept) made.push(carried.length > 0 ? { ...kept, leading: [...carried, ...kept.leading] } : kept);
    carried = kept ? [] : [...carried, ...s.leading, ...(s.trailingComment ? [s.trailingComment] : [])];
  }
  return made;
}
