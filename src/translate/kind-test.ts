import { pythonKind } from "../analysis/python-kinds.ts";
import { type Type } from "../analysis/types.ts";
import { binary, call, id, logical, member, nil, not, string, unary } from "../emit/build.ts";
import type * as ts from "../emit/tree.ts";
import { MATCH } from "../library/re-pattern.ts";
import type { Span } from "../python/ast.ts";
import type { Context } from "./context.ts";
import { makesDictSubclasses } from "./dict-subclasses.ts";
import { untold } from "./told.ts";
import { has, isBytes } from "../analysis/kinds.ts";
import { members } from "../analysis/join.ts";

/** What JavaScript tells apart of the values that stand for Python's. */
type Shape =
  | "null"
  | "boolean"
  | "whole"
  | "fraction"
  | "Float"
  | "int64"
  | "larger"
  | "string"
  | "bytes"
  | "array"
  | "Dict"
  | "DefaultDict"
  | "OrderedDict"
  | "Counter"
  | "set"
  | "frozenset"
  | "function"
  | "object";

/** A shape of values, and the types that these may be of in Python. */
type Looks = readonly [shape: Shape, kinds: string];

/**
 * A test whether a value is of one of some built-in types, by what JavaScript tells apart: `typeof x === "string"` for `str` where
 * no unicode can be there, say. Null where values of the wanted types look like others that may be there.
 */
export function kindTest(
  context: Context,
  value: ts.Expression,
  type: Type,
  wanted: ReadonlySet<string>,
  place: Span,
): ts.Expression | boolean | null {
  const found = shapesOf(context, type);
  if (!found) return null;
  const yes = new Set<Shape>();
  const no = new Set<Shape>();
  for (const [shape, kinds] of found) for (const kind of kinds.split(" ")) (wanted.has(kind) ? yes : no).add(shape);
  const confused = [...yes].filter((shape) => no.has(shape));
  // Of what a mark stands for, either may be meant.
  if (has(type, "poison")) for (const shape of confused) no.delete(shape);
  else if (confused.length === 1 && confused[0] === "whole" && mayBeFloat(found)) {
    context.report("A0103", "the type of what may be an int or a float: a whole float is taken for an int", place);
    (wanted.has("int") ? no : yes).delete("whole");
  } else if (confused.length > 0) return null;
  if (yes.size === 0) return false;
  if (no.size === 0) return true;
  if (no.size === 1 && no.has("null") && (yes.size > 1 || yes.has("object")))
    return binary("!==", untold(value), nil());
  const tests = [...numberTests(context, value, yes, no), ...plainTests(context, value, yes, no)];
  return tests.length === 0 ? null : tests.reduce((a, b) => logical("||", a, b));
}

/** A whole number may be an int or a float. */
const mayBeFloat = (found: readonly Looks[]): boolean => {
  const kinds = found.flatMap(([shape, kind]) => (shape === "whole" ? kind.split(" ") : []));
  return kinds.includes("int") && kinds.includes("float");
};

/** Whether each shape that the values of these types have is of one type of Python's, which the runtime knows from it. */
export function tellsKinds(context: Context, types: readonly Type[]): boolean {
  const kinds = new Map<Shape, string>();
  for (const type of types) {
    const found = shapesOf(context, type);
    if (!found) return false;
    for (const [shape, kind] of found) {
      // The runtime takes a whole number for an int.
      const isTold = !kind.includes(" ") && !(shape === "whole" && kind === "float");
      // It knows an object by its class.
      if (!isTold || (shape !== "object" && (kinds.get(shape) ?? kind) !== kind)) return false;
      kinds.set(shape, kind);
    }
  }
  return !(kinds.has("bytes") && kinds.get("string") === "unicode");
}

function shapesOf(context: Context, type: Type): readonly Looks[] | null {
  const found: Looks[] = [];
  for (const m of members(type)) {
    const looks = looksOf(context, m);
    if (!looks) return null;
    found.push(...looks);
  }
  return found.length > 0 ? found : null;
}

function looksOf(context: Context, m: Type): readonly Looks[] | null {
  const { facts } = context;
  switch (m.k) {
    case "none":
      return [["null", "NoneType"]];
    case "bool":
      return [["boolean", "bool"]];
    case "int":
      return [["whole", "int"]];
    case "float":
      return [
        ["whole", "float"],
        ["fraction", "float"],
      ];
    case "long":
      return [
        ["whole", m.mixed ? "int long" : "int"],
        ["int64", m.mixed ? "int long" : "int"],
        ["larger", "long"],
      ];
    case "str":
    case "unicode":
    case "bytes":
      return [[isBytes(m) ? "bytes" : "string", pythonKind(m) ?? "str"]];
    case "list":
    case "tuple":
    case "sequence":
      return [["array", pythonKind(m) ?? "tuple"]];
    case "dict":
      return dicts(context);
    case "set":
      return sets;
    case "json": {
      const stored = members(facts.storedInJson.type).flatMap((held) => looksOf(context, held) ?? []);
      return [...json, ...dicts(context), ...stored];
    }
    case "unknown":
    case "poison":
      return [...unknown, ...dicts(context)];
    case "func":
      return [["function", pythonKind(m) ?? "function instancemethod"]];
    case "iter":
      return [
        ["object", "iterator"],
        ["array", "iterator"],
      ];
    case "instance":
      if (m.cls.part) return [[m.cls.part.k === "dict" ? "Dict" : "array", `class:${m.cls.name}`]];
      return [["object", pythonKind(m) ?? `class:${m.cls.name}`]];
    case "lib":
      return [[m.name === MATCH || pythonKind(m) === "namedtuple" ? "array" : "object", pythonKind(m) ?? m.name]];
    case "class":
    case "namedtuple":
      return [["function", "type"]];
    case "method":
    case "libfn":
      return [["function", "builtin"]];
    case "libclass":
      return [["function", "type"]];
    default:
      return null;
  }
}

const dicts = (context: Context): readonly Looks[] =>
  makesDictSubclasses(context.program)
    ? [
        ["Dict", "dict"],
        ["DefaultDict", "defaultdict"],
        ["OrderedDict", "OrderedDict"],
        ["Counter", "Counter"],
      ]
    : [["Dict", "dict"]];

const sets: readonly Looks[] = [
  ["set", "set"],
  ["frozenset", "frozenset"],
];

/** All text of JSON is unicode, all its arrays are lists. */
const json: readonly Looks[] = [
  ["null", "NoneType"],
  ["boolean", "bool"],
  ["whole", "int"],
  ["fraction", "float"],
  ["Float", "float"],
  ["int64", "int"],
  ["larger", "long"],
  ["string", "unicode"],
  ["array", "list"],
];

const unknown: readonly Looks[] = [
  ["null", "NoneType"],
  ["boolean", "bool"],
  ["whole", "int long float"],
  ["fraction", "float"],
  ["Float", "float"],
  ["int64", "int long"],
  ["larger", "long"],
  ["string", "str unicode"],
  ["bytes", "str"],
  ["array", "list tuple namedtuple"],
  ...sets,
  ["function", "function instancemethod builtin type"],
  ["object", "object"],
];

/** Numbers: by `typeof` where that is enough. */
function numberTests(
  context: Context,
  value: ts.Expression,
  yes: ReadonlySet<Shape>,
  no: ReadonlySet<Shape>,
): ts.Expression[] {
  const ask = (feature: string): ts.Expression => call(context.runtime("python", feature), [value]);
  const isBigint = (yes.has("larger") && !no.has("int64")) || (yes.has("int64") && !no.has("larger"));
  const tests: ts.Expression[] = [];
  const isPart = no.has("fraction") || (no.has("larger") && yes.has("int64") && !yes.has("fraction"));
  if (yes.has("whole") && isPart) tests.push(ask("isInt"));
  else if (yes.has("fraction") && no.has("whole")) return [ask("isFloat")];
  else {
    if (yes.has("whole") || yes.has("fraction")) tests.push(typeofIs(value, "number"));
    if (yes.has("Float")) tests.push(instance(context, value, "Float"));
    if (isBigint) return [...tests, typeofIs(value, "bigint")];
    if (yes.has("int64")) tests.push(ask("isInt"));
  }
  if (yes.has("larger")) tests.push(ask("isLongInt"));
  return tests;
}

function plainTests(
  context: Context,
  value: ts.Expression,
  yes: ReadonlySet<Shape>,
  no: ReadonlySet<Shape>,
): ts.Expression[] {
  const tests: ts.Expression[] = [];
  if (yes.has("null")) tests.push(binary("===", untold(value), nil()));
  for (const name of ["boolean", "string", "function"] as const) if (yes.has(name)) tests.push(typeofIs(value, name));
  if (yes.has("bytes")) tests.push(binary("instanceof", value, id("Uint8Array")));
  if (yes.has("array")) tests.push(call(member(id("Array"), "isArray"), [value]));
  const isDict = instance(context, value, "Dict");
  if (yes.has("Dict"))
    tests.push(
      ["DefaultDict", "OrderedDict", "Counter"].some((name) => no.has(name as Shape))
        ? logical("&&", isDict, binary("===", member(value, "constructor"), context.runtime("python", "Dict")))
        : isDict,
    );
  for (const name of ["DefaultDict", "OrderedDict", "Counter"] as const)
    if (yes.has(name) && !yes.has("Dict")) tests.push(instance(context, value, name));
  if (yes.has("set") || yes.has("frozenset")) {
    const isSet = instance(context, value, "PySet");
    const frozen = member(value, "frozen");
    if (yes.has("set") && yes.has("frozenset")) tests.push(isSet);
    else tests.push(logical("&&", isSet, yes.has("frozenset") ? frozen : not(frozen)));
  }
  return tests;
}

const typeofIs = (value: ts.Expression, name: string): ts.Expression =>
  binary("===", unary("typeof", value), string(name));

const instance = (context: Context, value: ts.Expression, name: string): ts.Expression =>
  binary("instanceof", value, context.runtime("python", name));
