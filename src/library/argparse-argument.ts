import { bool, float, int, listOf, never, none, str, type Type } from "../analysis/types.ts";
import { sequenceElement } from "../analysis/element.ts";
import { object, string } from "../emit/build.ts";
import type * as ts from "../emit/tree.ts";
import { defaultOf, defaultValue, firstFields, isNone, literal } from "./command-line-option.ts";
import type * as py from "../python/ast.ts";
import { type CallEmit, type CallTypes } from "./entry.ts";
import { has, only, without } from "../analysis/kinds.ts";
import { union } from "../analysis/join.ts";

export const ARGUMENT =
  "*names, action?:text, nargs?:int|text|none, const?, default?, type?, choices?:list|tuple|none, required?, help?:text|none, " +
  "metavar?:text|tuple|none, dest?:text|none, version?:text";

/** The settings that each action takes, besides `dest`, `default`, `required` and `help`. */
const settingsOf: Readonly<Record<string, string>> = {
  store: "nargs const type choices metavar",
  store_const: "const metavar",
  store_true: "",
  store_false: "",
  append: "nargs const type choices metavar",
  append_const: "const metavar",
  count: "",
  help: "",
  version: "version",
};

export const given = (c: CallTypes, name: string): boolean => c.has(name) && !isNone(c.node(name));

const actionOf = (c: CallTypes): string | null => (given(c, "action") ? literal(c.node("action")) : "store");

/** Text that stands for itself: a literal, or `argparse.REMAINDER`; null where it is neither. */
function nargsOf(c: CallTypes): number | string | null | undefined {
  if (!given(c, "nargs")) return null;
  const node = c.node("nargs");
  if (node?.kind === "Num" && node.number.type === "int") return Number(node.number.value);
  if (node?.kind === "Str") return /^[?*+]$|^\.\.\.$/.test(node.value) ? node.value : undefined;
  const name = node?.kind === "Attribute" ? node.attr : node?.kind === "Name" ? node.id : "";
  return { REMAINDER: "...", OPTIONAL: "?", ZERO_OR_MORE: "*", ONE_OR_MORE: "+" }[name];
}

/** One value of the command line: by a type of Python's, or a function of the script's. Null for any other conversion. */
function valueType(c: CallTypes): Type | null {
  if (!given(c, "type")) return str;
  const type = c.type("type");
  if (type.k === "libclass")
    return (
      ({ "builtins.str": str, "builtins.int": int, "builtins.float": float } as Readonly<Record<string, Type>>)[
        type.name
      ] ?? null
    );
  return type.k === "func" ? c.callResult(type, [str]) : null;
}

const isSuppress = (node: py.Expression | null): boolean =>
  (node?.kind === "Attribute" && node.attr === "SUPPRESS") || (node?.kind === "Name" && node.id === "SUPPRESS");

/** What an argument means for the values: where it stores, and what. Null where the call does not say it in so many words. */
function shapeOf(
  c: CallTypes,
): { readonly dest: string | null; readonly stored: Type; readonly optional: boolean } | null {
  const names = c.restNodes().map(literal);
  const [first] = names;
  const action = actionOf(c);
  if (first === undefined || names.some((name) => name === null) || action === null || first === null) return null;
  const isOption = first.startsWith("-");
  if (!isOption && (names.length > 1 || (action !== "store" && action !== "append"))) return null;
  if (action === "help" || action === "version") return { dest: null, stored: never, optional: false };
  const long = names.find((name) => name?.startsWith("--")) ?? first;
  const dest = !isOption
    ? first
    : given(c, "dest")
      ? literal(c.node("dest"))
      : long.replace(/^-+/, "").replaceAll("-", "_");
  const nargs = nargsOf(c);
  const one = valueType(c);
  if (dest === null || nargs === undefined || one === null) return null;
  const constant = c.has("const") ? c.type("const") : none;
  const single =
    nargs === null ? one : nargs === "?" ? (isOption ? union([one, constant]) : one) : listOf(c.clock, one);
  const required = c.node("required");
  const isRequired = isOption ? required?.kind === "Name" && required.id === "True" : nargs !== "?" && nargs !== "*";
  const stored: Readonly<Record<string, Type>> = {
    store: single,
    append: listOf(c.clock, single),
    append_const: listOf(c.clock, constant),
    store_const: constant,
    store_true: bool,
    store_false: bool,
    count: int,
  };
  const type = stored[action];
  // A default is left where the argument is not: `*` without one gives an empty list.
  const emptied = !isOption && nargs === "*" && !given(c, "default");
  return type ? { dest, stored: type, optional: !isRequired && !emptied } : null;
}

export function note(c: CallTypes): void {
  const fields = firstFields(c.receiver);
  const shape = shapeOf(c);
  if (!fields || !shape || shape.dest === null) return;
  fields.grow(shape.dest, shape.stored);
  const action = actionOf(c) ?? "";
  if (!shape.optional) return;
  if (!c.has("default")) {
    if (action !== "store_true" && action !== "store_false") fields.grow(defaultOf(shape.dest), none);
    return;
  }
  if (isSuppress(c.node("default"))) return;
  // A default that is text is read as the command line's would be.
  const converts = given(c, "type") && !only(shape.stored, "str");
  fields.grow(defaultOf(shape.dest), converts ? without(c.type("default"), "str", "unicode") : c.type("default"));
}

export function argumentsOf(c: CallEmit): ts.Expression[] | string {
  const action = actionOf(c);
  if (action === null || settingsOf[action] === undefined)
    return "an action of one's own, or one that is not a literal";
  const allowed = new Set(`action dest default required help ${settingsOf[action]}`.split(" "));
  const wrong = c.names().find((name) => !allowed.has(name));
  if (wrong !== undefined) return `${wrong} is not for the action ${action}`;
  if (isSuppress(c.node("default"))) return "a default that is not set at all";
  if (nargsOf(c) === undefined) return "a number of arguments that is not a literal";
  if (!shapeOf(c)) return "an argument whose names, destination or type are not told by the call";
  if (action === "version" && !c.has("version")) return "action='version' without a version";
  const settings: [string, ts.Expression][] = [];
  for (const name of c.names()) {
    const made = setting(c, name);
    if (typeof made === "string") return made;
    if (made) settings.push([name, made]);
  }
  return [...c.restTs("names"), ...(settings.length > 0 ? [object(settings)] : [])];
}

function setting(c: CallEmit, name: string): ts.Expression | string | null {
  const node = c.node(name);
  switch (name) {
    case "type": {
      if (isNone(node)) return null;
      const type = c.type("type");
      if (type.k === "libclass") return string(type.name.replace("builtins.", ""));
      if (type.k === "func" && type.fn.async) return "a conversion that waits";
      const own = type.k === "func" && type.fn.node.kind === "FunctionDef" ? type.fn.name : "<lambda>";
      return object([
        ["name", string(own)],
        ["convert", c.ts("type")],
      ]);
    }
    case "nargs": {
      const nargs = nargsOf(c);
      return typeof nargs === "string" ? string(nargs) : c.ts("nargs");
    }
    case "required":
      return node ? c.truth(node) : null;
    case "choices": {
      const elem = sequenceElement(c.type("choices"), c.clock);
      return has(elem, "float", "unicode", "unknown")
        ? "choices that are not known to be texts or ints"
        : c.ts("choices");
    }
    case "default":
      return defaultValue(c, true);
    default:
      return c.ts(name);
  }
}
