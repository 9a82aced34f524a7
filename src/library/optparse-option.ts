import { bool, float, int, listOf, never, none, str, type Type, tupleOf } from "../analysis/types.ts";
import { object, string } from "../emit/build.ts";
import type * as ts from "../emit/tree.ts";
import { defaultOf, defaultValue, isNone, literal } from "./command-line-option.ts";
import { type CallEmit, type CallTypes } from "./entry.ts";
import { type Fields } from "../analysis/cells.ts";
import { only, without } from "../analysis/kinds.ts";

export const OPTION_PARAMS =
  "*names, action?:text|none, type?, dest?:text|none, default?, nargs?:int|none, const?, choices?:list|tuple|none, " +
  "callback?, callback_args?, callback_kwargs?, help?:text|none, metavar?:text|none";

/** The type of an option's values by its name, `int` and `'int'` alike; null where it is not written out. */
function typeName(c: CallTypes): string | null {
  const node = c.node("type");
  if (!node || isNone(node)) return c.has("choices") ? "choice" : "string";
  const name = node.kind === "Name" && c.type("type").k === "libclass" ? node.id : literal(node);
  return name === "str" ? "string" : name;
}

const valueTypes: Readonly<Record<string, Type>> = { string: str, choice: str, int, float };

function nargs(c: CallTypes): number | null {
  const node = c.node("nargs");
  if (!node || isNone(node)) return 1;
  return node.kind === "Num" && node.number.type === "int" ? Number(node.number.value) : null;
}

/** What one option means for the values: where it stores, and what. Null where the call does not say it in so many words. */
function optionShape(c: CallTypes): { readonly dest: string | null; readonly stored: Type } | null {
  const names = c.restNodes().map(literal);
  if (names.length === 0 || names.some((name) => name === null)) return null;
  const action = c.has("action") && !isNone(c.node("action")) ? literal(c.node("action")) : "store";
  if (action === "help" || action === "version") return { dest: null, stored: never };
  const long = names.find((name) => name?.startsWith("--"));
  const given = c.has("dest") && !isNone(c.node("dest"));
  const dest = given ? literal(c.node("dest")) : (long?.slice(2).replaceAll("-", "_") ?? names[0]?.[1] ?? null);
  if (dest === null) return null;
  const type = typeName(c);
  const count = nargs(c);
  const one = type === null ? undefined : valueTypes[type];
  const single = one && count !== null ? (count === 1 ? one : tupleOf(Array.from({ length: count }, () => one))) : null;
  const constant = c.has("const") ? c.type("const") : none;
  switch (action) {
    case "store":
      return single && { dest, stored: single };
    case "append":
      return single && { dest, stored: listOf(c.clock, single) };
    case "append_const":
      return { dest, stored: listOf(c.clock, constant) };
    case "store_const":
      return { dest, stored: constant };
    case "store_true":
    case "store_false":
      return { dest, stored: bool };
    case "count":
      return { dest, stored: int };
    default:
      return null;
  }
}

/** A text default of an option is read as the command line's would be. */
export function noteOption(c: CallTypes, fields: Fields): void {
  const shape = optionShape(c);
  if (!shape || shape.dest === null) return;
  fields.grow(shape.dest, shape.stored);
  if (c.has("default")) {
    const converts = only(shape.stored, "int", "float") && !c.has("action");
    fields.grow(defaultOf(shape.dest), converts ? without(c.type("default"), "str", "unicode") : c.type("default"));
  }
}

export function optionArguments(c: CallEmit): readonly ts.Expression[] | string {
  if (c.has("callback") || literal(c.node("action")) === "callback") {
    return "an option's callback: it is given the parser, whose values it may change";
  }
  const type = typeName(c);
  if (type === null || valueTypes[type] === undefined) return `options of type ${type ?? "that is not a literal"}`;
  const shape = optionShape(c);
  if (!shape) return "an option whose names, action or destination are not literals";
  const settings: [string, ts.Expression][] = [];
  for (const name of c.names()) {
    if (name === "type") settings.push([name, string(type)]);
    else if (name === "default") settings.push([name, defaultValue(c, mayShowDefault(c))]);
    else settings.push([name, c.ts(name)]);
  }
  return [...c.restTs("names"), object(settings)];
}

/** The help may say the option's default. */
function mayShowDefault(c: CallEmit): boolean {
  const help = literal(c.node("help"));
  return c.has("help") && (help === null || help.includes("%default"));
}
