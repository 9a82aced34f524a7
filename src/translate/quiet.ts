import { members } from "../analysis/join.ts";
import { library } from "../library/index.ts";
import { mixes } from "../library/mixed-text.ts";
import type * as py from "../python/ast.ts";
import type { Context } from "./context.ts";
import { isPresent } from "./present-key.ts";
import { isProperty } from "../analysis/property-read.ts";
import { hasItem } from "./sure-length.ts";
import { constantIndex } from "../analysis/infer-subscript.ts";
import { conversionsOf } from "../analysis/percent-format.ts";
import { has, isBytes, isNumber, isText, only } from "../analysis/kinds.ts";
import type { Type } from "../analysis/types.ts";

/** What is asked of the file that an expression stands in. */
export type Reading = Pick<Context, "program" | "facts" | "module" | "typeOf" | "classes">;

/**
 * Nobody can tell when the value is made, or whether it is: making it runs nothing of the program, changes nothing and raises nothing.
 * What is not quiet has to be made where and as often as Python makes it.
 */
export function isQuiet(context: Reading, e: py.Expression): boolean {
  const quiet = (part: py.Expression): boolean => isQuiet(context, part);
  switch (e.kind) {
    case "Num":
    case "Str":
      return true;
    case "Lambda":
      return e.params.positional.every((p) => !p.default || quiet(p.default));
    case "Name":
      return !context.facts.unsetReads.has(e);
    case "Attribute":
      return (
        quiet(e.value) &&
        !isProperty(context.typeOf(e.value), e.attr) &&
        !has(context.typeOf(e.value), "none", "json", "unknown") &&
        hasSurely(context, context.typeOf(e.value), e.attr)
      );
    case "UnaryOp":
      // `-x` of what is no number raises.
      return (
        quiet(e.operand) &&
        (e.op === "not"
          ? !has(context.typeOf(e.operand), "instance")
          : only(context.typeOf(e.operand), "int", "long", "float", "bool", "poison"))
      );
    case "BinOp":
      return quiet(e.left) && quiet(e.right) && isQuietOperator(context, e);
    case "BoolOp":
      return e.values.every((value) => quiet(value) && !has(context.typeOf(value), "instance"));
    case "Compare":
      return (
        [e.left, ...e.comparators].every(
          (part) =>
            quiet(part) &&
            !has(context.typeOf(part), "instance") &&
            !mixes(context.typeOf(e.left), context.typeOf(part)),
        ) &&
        e.ops.every(
          (op, i) =>
            !op.endsWith("in") || holdsSurely(context, i === 0 ? e.left : e.comparators[i - 1]!, e.comparators[i]!),
        )
      );
    case "IfExp":
      return [e.test, e.body, e.orelse].every(quiet) && !has(context.typeOf(e.test), "instance");
    case "Tuple":
    case "List":
      return e.elts.every(quiet);
    case "Dict":
      return e.items.every(({ key, value }) => key !== null && quiet(key) && quiet(value));
    case "Subscript": {
      const { slice } = e;
      const type = context.typeOf(e.value);
      if (!quiet(e.value)) return false;
      if (slice.type === "slice") {
        const isBound = (b: py.Expression | null): boolean => !b || (quiet(b) && only(context.typeOf(b), ...BOUNDS));
        return (isText(type) || only(type, ...ROWS)) && [slice.lower, slice.upper].every(isBound) && !slice.step;
      }
      if (slice.type !== "index") return false;
      // An item that it certainly has.
      if (type.k === "dict") return quiet(slice.value) && isPresent(context, e);
      const at = constantIndex(slice.value);
      if (at === null) return false;
      return type.k === "tuple"
        ? at >= 0 && at < type.items.length
        : type.k === "list" && hasItem(context, e.value, at);
    }
    case "Call":
      return isQuietCall(context, e);
    default:
      return false;
  }
}

/** An object of the program that may not have been given the attribute yet raises. */
const hasSurely = ({ classes }: Reading, type: Type, name: string): boolean =>
  members(type).every(
    (m) =>
      m.k !== "instance" ||
      m.cls.findAttribute(name) === null ||
      m.cls.findMethod(name) !== null ||
      classes.isSure(m.cls, name),
  );

const BOUNDS = ["int", "none"] as const;
const ROWS = ["list", "tuple", "sequence"] as const;

/** `x in items` raises of what nothing goes over, and of a text that is asked for what is no text. */
function holdsSurely(context: Reading, item: py.Expression, items: py.Expression): boolean {
  const type = context.typeOf(items);
  if (isText(type)) return isText(context.typeOf(item)) || has(context.typeOf(item), "poison");
  return !has(type, "str", "unicode", "none", "json", "unknown", "int", "long", "float", "bool");
}

/** Making the value runs nothing of the program and changes nothing: it raises at worst. */
export function raisesAtMost(context: Context, e: py.Expression): boolean {
  if (isQuiet(context, e)) return true;
  const harmless = (part: py.Expression): boolean => raisesAtMost(context, part);
  // What asks no object of the program, however deep it goes.
  const plain = (part: py.Expression): boolean => harmless(part) && only(context.typeOf(part), ...SCALARS, "json");
  switch (e.kind) {
    case "Name":
      return true;
    case "Attribute": {
      const type = context.typeOf(e.value);
      return harmless(e.value) && only(type, "instance", "json", "none") && !isProperty(type, e.attr);
    }
    case "Subscript": {
      // Not of a dict: a defaultdict gets its keys by being read.
      const { slice, value } = e;
      if (!only(context.typeOf(value), "json", "list", "tuple", "sequence", "str", "unicode")) return false;
      if (slice.type === "index") return harmless(value) && plain(slice.value);
      return (
        slice.type === "slice" &&
        [slice.lower, slice.upper, slice.step].every((bound) => !bound || plain(bound)) &&
        harmless(value)
      );
    }
    case "UnaryOp":
      return plain(e.operand);
    case "BinOp":
      return plain(e.left) && plain(e.right);
    case "BoolOp":
      return e.values.every(plain);
    case "Compare":
      return [e.left, ...e.comparators].every(plain);
    case "IfExp":
      return plain(e.test) && harmless(e.body) && harmless(e.orelse);
    case "Call": {
      const [arg] = e.args;
      const isLen = e.func.kind === "Name" && e.func.id === "len" && !context.module.bindings.symbols.get(e.func);
      return isLen && e.args.length === 1 && arg !== undefined && plain(arg);
    }
    default:
      return false;
  }
}

function isQuietOperator(context: Reading, e: py.BinOp): boolean {
  const { op, left, right } = e;
  const [a, b] = [context.typeOf(left), context.typeOf(right)];
  if (isNumber(a) && isNumber(b)) {
    if (["+", "-", "*", "&", "|", "^"].includes(op)) return true;
    return ["/", "//", "%"].includes(op) && right.kind === "Num" && Number(right.number.value) !== 0;
  }
  if (op === "%") return isQuietFormat(context, e);
  if (op === "*") return (isText(a) && only(b, "int")) || (only(a, "int") && isText(b));
  return op === "+" && isText(a) && isText(b) && !mixes(a, b);
}

/** `'%5d %s' % (n, name)`: each conversion has a value, of a type that it takes. */
function isQuietFormat(context: Reading, { left, right }: py.BinOp): boolean {
  if (left.kind !== "Str" || left.type === "unicode") return false;
  const conversions = conversionsOf(left.value);
  const values = right.kind === "Tuple" ? right.elts : [right];
  if (conversions?.length !== values.length) return false;
  return conversions.every(({ name, stars, kind }, i) => {
    const type = context.typeOf(values[i]!);
    if (name !== null || stars > 0) return false;
    if ("sr".includes(kind)) return only(type, "int", "long", "float", "bool", "none", "str") && !isBytes(type);
    return "eEfFgG".includes(kind)
      ? only(type, "int", "float", "bool")
      : "di".includes(kind) && only(type, "int", "bool");
  });
}

const SCALARS = ["int", "long", "float", "bool", "none", "str", "unicode"] as const;

const QUIET_FUNCTIONS: ReadonlySet<string> = new Set("len str repr bool abs isinstance list tuple set dict".split(" "));
/** Those that go over what they are given. */
const CHOOSY: ReadonlySet<string> = new Set(["len", "list", "tuple", "set", "dict"]);
const QUIET_METHODS: ReadonlySet<string> = new Set(
  "strip lstrip rstrip upper lower title capitalize startswith endswith replace isdigit isalpha find rfind splitlines".split(
    " ",
  ),
);

function isQuietCall(context: Reading, { func, args, keywords, starargs, kwargs }: py.Call): boolean {
  if (keywords.length > 0 || starargs || kwargs) return false;
  const plain = (e: py.Expression): boolean =>
    isQuiet(context, e) &&
    only(
      context.typeOf(e),
      "int",
      "float",
      "bool",
      "none",
      "str",
      "unicode",
      "list",
      "tuple",
      "dict",
      "set",
      "libclass",
    );
  if (func.kind === "Name")
    return (
      QUIET_FUNCTIONS.has(func.id) &&
      !(func.id === "str" && args.some((arg) => has(context.typeOf(arg), "unicode"))) &&
      !context.module.bindings.symbols.get(func) &&
      args.every(plain) &&
      args.every((arg) => !(CHOOSY.has(func.id) && has(context.typeOf(arg), "none", "int", "float", "bool"))) &&
      !(func.id === "abs" && args.some((arg) => !isNumber(context.typeOf(arg))))
    );
  if (func.kind !== "Attribute") return false;
  const receiver = context.typeOf(func.value);
  if (isQuietOfLibrary(receiver, func.attr)) return isQuiet(context, func.value) && args.every(isNamed);
  const [first] = args;
  switch (func.attr) {
    case "ljust":
    case "rjust":
    case "zfill":
      return (
        isText(receiver) &&
        plain(func.value) &&
        args.length === 1 &&
        first !== undefined &&
        plain(first) &&
        only(context.typeOf(first), "int")
      );
    case "join":
      return (
        only(receiver, "str") &&
        plain(func.value) &&
        first !== undefined &&
        plain(first) &&
        holdsStr(context.typeOf(first))
      );
    case "keys":
    case "values":
    case "items":
      return only(receiver, "dict") && isQuiet(context, func.value) && args.length === 0;
    case "get":
      return (
        only(receiver, "dict") &&
        isQuiet(context, func.value) &&
        first !== undefined &&
        only(context.typeOf(first), "int", "str", "unicode", "bool", "none") &&
        args.every((arg) => isQuiet(context, arg))
      );
  }
  if (!QUIET_METHODS.has(func.attr)) return false;
  if (args.some((arg) => mixes(receiver, context.typeOf(arg)))) return false;
  // `strip(None)` is `strip()`; elsewhere None raises, as a number does where a text is wanted.
  const isTaken = (arg: py.Expression, i: number): boolean =>
    func.attr.endsWith("strip") || i > 1 ? true : !has(context.typeOf(arg), "none", ...(i === 0 ? NUMBERS : []));
  return isText(receiver) && [func.value, ...args].every(plain) && (func.attr === "splitlines" || args.every(isTaken));
}

const NUMBERS = ["int", "float", "bool"] as const;

const isQuietOfLibrary = (receiver: Type, name: string): boolean =>
  only(receiver, "lib") &&
  members(receiver).every((m) => {
    const entry = library.memberEntry(m, name);
    return entry?.kind === "function" && entry.quiet === true;
  });

/** A literal that may be the name of a header field, or what is there instead of one. */
const isNamed = (e: py.Expression): boolean =>
  (e.kind === "Str" && /^[\w-]+$/.test(e.value)) || e.kind === "Num" || (e.kind === "Name" && e.id === "None");

/** A list of texts that are joined without being decoded. */
const holdsStr = (type: Type): boolean => type.k === "list" && only(type.elem.type, "str") && !isBytes(type.elem.type);
