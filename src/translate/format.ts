import { never, str, type Type, unicode } from "../analysis/types.ts";
import { array, arrow, call, construct, id, index, method, number, spread, string, template } from "../emit/build.ts";
import type * as ts from "../emit/tree.ts";
import type * as py from "../python/ast.ts";
import { isAsciiLiteral } from "./ascii-literal.ts";
import type { Context } from "./context.ts";
import { expression } from "./expression.ts";
import { utf8 } from "../python/utf8.ts";
import { describesItself } from "./describes-itself.ts";
import { useOf } from "./percent.ts";
import { inOrder, partsOf } from "./in-order.ts";
import { library } from "../library/index.ts";
import { emitLibraryCall } from "./library-call.ts";
import { asUnicode, mixes, readsUnicode, namesText } from "../library/mixed-text.ts";
import { mixtureAt } from "./mixture.ts";
import { isQuiet } from "./quiet.ts";
import { spelledOut } from "./spelled-out.ts";
import { reportJsonTexts, reprOf, text, textPart } from "./text.ts";
import { asUnicodeValue, saysUnicode } from "./unicode-text.ts";
import { has, isText, only } from "../analysis/kinds.ts";
import { members, union } from "../analysis/join.ts";
import { positionalArguments } from "../library/signature.ts";

/** `'…'.format(…)`: a template literal, or the runtime's formatter where the format is not known; null for another method. */
export function formatCall(context: Context, node: py.Call): ts.Expression | null {
  const { func } = node;
  if (func.kind !== "Attribute" || func.attr !== "format" || !isText(context.typeOf(func.value))) return null;
  const spelled = node.kwargs && spelledOut(context, node.kwargs);
  if (spelled)
    return formatCall(context, { ...node, kwargs: null, keywords: [...node.keywords, ...keywordsOf(spelled)] });
  const items = node.starargs && !node.kwargs && tupleItems(context, node.starargs);
  if (items) return formatCall(context, { ...node, starargs: null, args: [...node.args, ...items] });
  if (node.kwargs) return context.untranslated("U0105", "format() with **kwargs", node);
  if (node.starargs) return dynamicFormat(context, node, func.value);
  const [first] = node.args;
  if (first && isBuiltin(func.value, first)) {
    const type = context.typeOf(first);
    if (has(type, "unicode")) return context.untranslated("U0103", "format() of unicode, which gives unicode", node);
    if (has(type, "json")) context.report("A0103", "format() of a text of JSON, which gives unicode", node);
  }
  const format =
    func.value.kind === "Str" ? (func.value.type === "unicode" ? func.value.value : utf8(func.value.value)) : null;
  const pieces = format === null ? null : readFormat(context, format, node);
  return pieces ? filled(context, pieces, node) : dynamicFormat(context, node, func.value);
}

/** `*pair` of a tuple that is named: its items one by one. Null where it is not known how many there are. */
function tupleItems(context: Context, star: py.Expression): py.Expression[] | null {
  const type = context.typeOf(star);
  if (type.k !== "tuple" || star.kind !== "Name" || !isQuiet(context, star)) return null;
  return type.items.map((item, i) => context.stand(index(expression(context, star), number(i)), item, star));
}

/** `format(x, '.2f')` is written out as the method, its format behind the value. */
const isBuiltin = (format: py.Expression, value: py.Expression): boolean =>
  format.kind === "Str" && format.end > value.start;

/** The pieces with the fields in their places: the arguments are made, all of them, before any is shown. */
function filled(context: Context, pieces: readonly (string | Field)[], node: py.Call): ts.Expression {
  const isUnicode = only(context.typeOf((node.func as py.Attribute).value), "unicode");
  const fields = pieces.filter((piece) => typeof piece !== "string");
  const types = fields.map(({ argument }) => context.typeOf(argument));
  const mixed = mixes(isUnicode ? unicode : str, union(types));
  const parts = partsOf(
    context,
    fields.map(({ argument }) => ({ node: argument, value: expression(context, argument) })),
  ).map((part, i) => {
    const used = mixed || fields[i]!.spec !== "" ? "loudly" : useOf("s", types[i]!);
    return used ? { ...part, used } : part;
  });
  const made = inOrder(context, parts, (shown) => {
    const rest = [...shown];
    return template(
      pieces.map((piece) =>
        typeof piece === "string" ? piece : fieldText(context, piece, rest.shift()!, isUnicode, node),
      ),
    );
  });
  return made ?? context.untranslated("U0103", "values of a format that have to be waited for", node);
}

const keywordsOf = ({ items }: py.Dict): py.Keyword[] =>
  items.flatMap(({ key, value }) =>
    key?.kind === "Str" ? [{ name: key.value, value, start: value.start, end: value.end }] : [],
  );

interface Field {
  readonly argument: py.Expression;
  readonly conversion: string;
  readonly spec: string;
}

/** What a field becomes: its text, or the runtime's formatter where it has a width and the like. */
function fieldText(
  context: Context,
  { argument, conversion, spec }: Field,
  value: ts.Expression,
  isUnicode: boolean,
  node: py.Call,
): ts.Expression {
  const type = context.typeOf(argument);
  if (isUnicode && conversion !== "r" && saysUnicode(context, type))
    return spec === ""
      ? asUnicodeValue(context, value, type, argument).value
      : context.untranslated("U0104", "unicode of what may have __unicode__", argument);
  if (!isUnicode && conversion !== "r" && has(type, "unicode", "json") && !readsUnicode(type))
    context.report(
      "A0105",
      "a unicode text in a str: in Python 2 one with other than ASCII characters raises UnicodeEncodeError",
      argument,
    );
  // A `str` takes ASCII only of a unicode, and the other way round: of what the field's width and the like have made of it.
  const coerced = (made: ts.Expression): ts.Expression => {
    if (!isText(type)) return made;
    if (isUnicode) return asUnicode(mixtureAt(context, node), made, type, "str and unicode in one text");
    const isPlain = !readsUnicode(type) || isAsciiLiteral(argument);
    return isPlain ? made : call(context.runtime("python", "encodeAscii"), [made]);
  };
  if (conversion === "r" && spec === "") return call(reprOf(context, type, node), [value]);
  if (spec === "") return coerced(textPart(context, value, type, node));
  const own = conversion === "" && type.k === "lib" ? library.memberEntry(type, "__format__") : null;
  if (own?.kind === "function") {
    const given = positionalArguments(own, context.stand(string(spec), str, argument));
    return emitLibraryCall(context, own, argument, value, type, given);
  }
  const shown =
    conversion === "r"
      ? call(reprOf(context, type, node), [value])
      : conversion === "s"
        ? coerced(text(context, value, type, node))
        : isContainer(type)
          ? text(context, value, type, node)
          : formattable(context, argument, type, value, node);
  const isOfJson = has(type, "json") && !has(type, "str");
  const counts = conversion === "" && (isText(type) || isOfJson) ? readsUnicode(type) || isOfJson : isUnicode;
  if (conversion === "" && !/(?:^|[s\d<>^])$/.test(spec)) namesText(mixtureAt(context, node), type);
  const made = call(context.runtime("python", "formatValue"), [
    shown,
    string(spec),
    ...(counts ? [string("unicode")] : []),
  ]);
  return conversion === "" ? coerced(made) : made;
}

const isContainer = (type: Type): boolean => only(type, "list", "tuple", "sequence", "dict", "set", "none");

/** A value as the runtime's formatter takes it: a float says that it is one. */
function formattable(
  context: Context,
  argument: py.Expression,
  type: Type,
  value: ts.Expression,
  node: py.Call,
): ts.Expression {
  if (has(type, "float") && !only(type, "float"))
    context.report("A0103", "format() of a value that may be an int or a float", argument);
  if (only(type, "float")) return construct(context.runtime("python", "Float"), [value]);
  if (members(type).length > 0 && only(type, "int", "long", "float", "bool", "str", "unicode", "json", "poison"))
    return value;
  // The runtime places its text.
  if (type.k === "lib" && library.instanceType(type.name)?.hasText === true) return value;
  return context.untranslated("U0104", "format() of a value of unknown type", node);
}

/**
 * Text and fields of a format; null where the runtime has to read it: one that is not valid, has fields inside fields, or would make
 * its arguments in another order or number than Python.
 */
function readFormat(context: Context, format: string, node: py.Call): readonly (string | Field)[] | null {
  const parts: (string | Field)[] = [];
  let automatic = 0;
  const pattern = /\{\{|\}\}|\{(\w*)(?:!([rs]))?(?::([^{}]*))?\}|[^{}]+/gy;
  while (pattern.lastIndex < format.length) {
    const m = pattern.exec(format);
    if (!m) return null;
    const [whole, name, conversion = "", spec = ""] = m;
    if (whole === "{{" || whole === "}}") parts.push(whole[0] ?? "");
    else if (name !== undefined) {
      const argument = fieldArgument(node, name === "" ? String(automatic++) : name);
      if (!argument) return null;
      parts.push({ argument, conversion, spec });
    } else parts.push(whole);
  }
  const fields = parts.filter((part) => typeof part !== "string");
  if (automatic > 0 && automatic < fields.filter(({ argument }) => node.args.includes(argument)).length) return null;
  const all = [...node.args, ...node.keywords.map((k) => k.value)].filter((e) => !isQuiet(context, e));
  const used = fields.map(({ argument }) => argument).filter((e) => !isQuiet(context, e));
  return all.length === used.length && all.every((e, i) => e === used[i]) ? parts : null;
}

function fieldArgument(node: py.Call, field: string): py.Expression | null {
  if (/^\d+$/.test(field)) return node.args[Number(field)] ?? null;
  return node.keywords.find((k) => k.name === field)?.value ?? null;
}

/** What a list or tuple holds. */
const itemType = (type: Type): Type =>
  type.k === "tuple" ? union(type.items) : type.k === "list" || type.k === "sequence" ? type.elem.type : never;

/** A format that only the runtime can read, over values that it can tell apart. */
function dynamicFormat(context: Context, node: py.Call, format: py.Expression): ts.Expression {
  if (has(context.typeOf(format), "unicode"))
    return context.untranslated("U0103", "format() of a unicode text that is not simple", node);
  const star = node.starargs;
  const starred = star ? context.typeOf(star) : null;
  if (starred && !only(starred, "list", "tuple", "sequence"))
    return context.untranslated("U0105", "format() with *args that are not known to be a list", node);
  const given = [...node.args, ...node.keywords.map((k) => k.value)].map((arg) => ({ arg, type: context.typeOf(arg) }));
  if (star && starred) given.push({ arg: star, type: union(members(starred).map(itemType)) });
  for (const { arg, type } of given) {
    if (has(type, "float") && !only(type, "float"))
      context.report("A0103", "format() of a value that may be an int or a float", arg);
    if (has(type, "unicode", "json"))
      context.report(
        "A0105",
        "a unicode text in a str: in Python 2 one with other than ASCII characters raises UnicodeEncodeError",
        arg,
      );
    reportJsonTexts(context, type, arg);
    if (!only(type, "float") && !describesItself(type))
      return context.untranslated("U0104", "format() of a value of unknown type", node);
  }
  const boxed = (arg: py.Expression): ts.Expression => {
    const value = expression(context, arg);
    return only(context.typeOf(arg), "float") ? construct(context.runtime("python", "Float"), [value]) : value;
  };
  const spreadItems = (items: py.Expression): ts.SpreadElement => {
    const value = expression(context, items);
    const item = id("item");
    const boxedItem = construct(context.runtime("python", "Float"), [item]);
    return spread(only(given.at(-1)!.type, "float") ? method(value, "map", [arrow([item], boxedItem)]) : value);
  };
  const args: ts.Expression[] = [
    expression(context, format),
    array([...node.args.map(boxed), ...(star ? [spreadItems(star)] : [])]),
  ];
  if (node.keywords.length > 0) {
    args.push({
      type: "ObjectExpression",
      properties: node.keywords.map((k) => ({
        type: "Property",
        key: { type: "Identifier", name: k.name },
        value: boxed(k.value),
        kind: "init",
        computed: false,
        method: false,
        shorthand: false,
      })),
    });
  }
  return call(context.runtime("python", "formatText"), args);
}
