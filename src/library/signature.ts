import type * as py from "../python/ast.ts";
import { bytes, float, int, never, none, str, type Type, unknown, unicode } from "../analysis/types.ts";
import { id } from "../emit/build.ts";
import type * as ts from "../emit/tree.ts";
import type { CallEmit, CallTypes, FunctionEntry } from "./entry.ts";
import { has, only, without } from "../analysis/kinds.ts";
import { members, union } from "../analysis/join.ts";

/** One parameter of a library signature. */
export interface LibraryParameter {
  readonly name: string;
  readonly optional: boolean;
  readonly variadic: boolean;
  /** `**name`: takes keywords of any other name. */
  readonly collects: boolean;
  /** `*name*`: takes a `*xs` of the call too; `**name*` a `**d`. */
  readonly spreads: boolean;
  /** `~name`: it changes nothing in the translation. Of any other, an argument that the rule does not ask about is a mark. */
  readonly ignored: boolean;
  /** Before a `/`: Python does not take it as a keyword. */
  readonly positional: boolean;
  /** Accepted kinds; empty means any. */
  readonly accepts: readonly Accept[];
  /**
   * What Python raises for a value that is no text, or no number: the method that it asks for (an AttributeError), or the text of a TypeError
   * in `refusals`.
   */
  readonly fails: string | null;
  /** It is looked up among keys before: a list, dict or set is unhashable. */
  readonly hashed: boolean;
  /** Of a container, and of what is false, Python does another thing than that, and so it does of all but a number where one is due: it is not translated. */
  readonly apart: boolean;
}

/** `text`: str or unicode used as text; `data`: text or bytes, as they come; `bytes`: used as bytes; `address`: a tuple of host and port; others name kinds of type or library types. */
export type Accept = string;

/** What Python says of a value that is no text, or no number, by the word behind a parameter's `!`; `%s` is the name of its type, `%n` that or `None`. */
export const refusals: Readonly<Record<string, string>> = {
  "=buffer": "expected string or buffer",
  "=startswith": "startswith first arg must be str, unicode, or tuple, not %s",
  "=endswith": "endswith first arg must be str, unicode, or tuple, not %s",
  "=strftime": "strftime() argument 1 must be string, not %n",
  "=formatted": "strftime() argument 1 must be string or read-only buffer, not %n",
  "=fill": "The fill character cannot be converted to Unicode",
  ...Object.fromEntries(
    ["center", "ljust", "rjust"].map((name) => [`=${name}`, `${name}() argument 2 must be char, not %n`]),
  ),
  "=encoding": "decode() argument 1 must be string, not %n",
  "=logger": "A logger name must be string or Unicode",
  "=items": "'%s' object is not iterable",
  "=path": "coercing to Unicode: need string or buffer, %s found",
  "=iterable": "argument of type '%s' is not iterable",
  "=quoted": "None object cannot be quoted",
  "=strip": "strip arg must be None, str or unicode",
  ...Object.fromEntries(
    ["strip", "lstrip", "rstrip"].map((name) => [`=u${name}`, `${name} arg must be None, unicode or str`]),
  ),
  "=lstrip": "lstrip arg must be None, str or unicode",
  "=rstrip": "rstrip arg must be None, str or unicode",
  "=parsed": "strptime() argument 1 must be string, not %n",
  "=parsing": "strptime() argument 2 must be string, not %n",
  "=host": "gethostbyname() argument 1 must be string, not %n",
  "=based": "int() can't convert non-string with explicit base",
  "=sized": "object of type '%s' has no len()",
  ...Object.fromEntries(
    ["days", "seconds", "microseconds", "milliseconds", "minutes", "hours", "weeks"].map((part) => [
      `=${part}`,
      `unsupported type for timedelta ${part} component: %s`,
    ]),
  ),
  "=pattern": "first argument must be string or compiled pattern",
  "=character": "ord() expected string of length 1, but %s found",
  "=hex": "hex() argument can't be converted to hex",
  "=oct": "oct() argument can't be converted to oct",
  "=index": "'%s' object cannot be interpreted as an index",
};

const parsed = new Map<string, readonly LibraryParameter[]>();

/**
 * Reads `"url:text!find, data?:text|none, ~timeout?, *rest, **others"`, where those before a `/` are given by position alone, and what is
 * behind a `!` says what of a value that is no text, or no number, Python misses: see `fails`, with a `#` at its end `hashed`, with a `^` `apart`.
 */
export function parseSignature(signature: string): readonly LibraryParameter[] {
  const known = parsed.get(signature);
  if (known) return known;
  const parts = signature
    .split(",")
    .map((part) => part.trim())
    .filter((part) => part !== "");
  const slash = parts.indexOf("/");
  const parameters = parts
    .filter((part) => part !== "/")
    .map((part, i): LibraryParameter => {
      const [head = "", accepted = ""] = part.split(":");
      const [kinds = "", fails = null] = accepted.split("!");
      return {
        fails: fails?.replace(/[#^]/g, "") ?? null,
        hashed: fails?.includes("#") ?? false,
        apart: fails?.includes("^") ?? false,
        name: head.replace(/[~*?]/g, ""),
        optional: head.endsWith("?"),
        variadic: head.startsWith("*") && !head.startsWith("**"),
        collects: head.startsWith("**"),
        spreads: head.startsWith("*") && head.endsWith("*"),
        // What takes None alone has nothing to say.
        ignored: head.startsWith("~") || kinds === "none",
        positional: i < slash,
        accepts: kinds === "" ? [] : kinds.split("|"),
      };
    });
  parsed.set(signature, parameters);
  return parameters;
}

/** Arguments by parameter name, those of `**name` by their own, or why the call does not fit. */
export type BoundCall =
  | {
      readonly ok: true;
      readonly args: ReadonlyMap<string, py.Expression>;
      readonly rest: readonly py.Expression[];
      /** `xs` of `*xs`. */
      readonly star: py.Expression | null;
      /** `d` of `**d`. */
      readonly kwargs: py.Expression | null;
    }
  | { readonly ok: false; readonly reason: string };

/** What a call of the library is given. */
export type GivenArguments = Omit<Extract<BoundCall, { ok: true }>, "ok">;

/** A call that is written nowhere, with these arguments by position. */
export const positionalArguments = (entry: FunctionEntry, ...nodes: readonly py.Expression[]): GivenArguments => ({
  args: new Map(nodes.map((node, i) => [parseSignature(entry.params)[i]?.name ?? "", node])),
  rest: [],
  star: null,
  kwargs: null,
});

/** Finds what belongs to which parameter, as Python does. */
export function bindCall(signature: string, call: py.Call): BoundCall {
  const all = parseSignature(signature);
  if (
    (call.kwargs && !all.some((p) => p.spreads && p.collects)) ||
    (call.starargs && !all.some((p) => p.spreads && !p.collects))
  )
    return { ok: false, reason: "called with *args or **kwargs" };
  const collects = all.some((p) => p.collects);
  const parameters = all.filter((p) => !p.collects);
  const args = new Map<string, py.Expression>();
  const rest: py.Expression[] = [];
  const variadic = parameters.findIndex((p) => p.variadic);
  call.args.forEach((arg, i) => {
    const parameter = variadic >= 0 && i >= variadic ? undefined : parameters[i];
    if (parameter) args.set(parameter.name, arg);
    else rest.push(arg);
  });
  if (rest.length > 0 && variadic < 0) {
    return { ok: false, reason: `called with ${call.args.length} arguments, ${parameters.length} are known` };
  }
  for (const keyword of call.keywords) {
    const parameter = parameters.find((p) => p.name === keyword.name && !p.variadic);
    if (parameter?.positional) return { ok: false, reason: `Python takes no keyword ${keyword.name} here` };
    if (!parameter && !collects) return { ok: false, reason: `keyword ${keyword.name} is not known` };
    if (args.has(keyword.name)) return { ok: false, reason: `argument ${keyword.name} is given twice` };
    args.set(keyword.name, keyword.value);
  }
  const missing = parameters.find((p) => !p.optional && !p.variadic && !args.has(p.name));
  if (missing) return { ok: false, reason: `argument ${missing.name} is missing` };
  // In the order of the parameters, whatever the order of the keywords.
  const place = (name: string): number => {
    const at = parameters.findIndex((p) => p.name === name);
    return at < 0 ? parameters.length : at;
  };
  const ordered = new Map([...args].toSorted(([a], [b]) => place(a) - place(b)));
  return { ok: true, args: ordered, rest, star: call.starargs, kwargs: call.kwargs };
}

/** Whether a call has `*args` or `**kwargs`, which the runtime makes the arguments of. */
export const spreads = (
  entry: FunctionEntry,
  call: py.Call,
): entry is FunctionEntry & Required<Pick<FunctionEntry, "spread">> =>
  entry.spread !== undefined && (call.starargs !== null || call.kwargs !== null);

/** Whether one alternative of a type is taken by a parameter. */
export function accepts(accept: Accept, type: Type): boolean {
  switch (accept) {
    case "text":
    case "data":
      return type.k === "str" || type.k === "unicode" || (accept === "data" && type.k === "bytes");
    case "bytes":
      return type.k === "str" || type.k === "bytes" || type.k === "unicode";
    case "number":
      return type.k === "int" || type.k === "long" || type.k === "float" || type.k === "bool";
    case "int":
      return type.k === "int" || type.k === "long" || type.k === "bool";
    case "address":
      return (
        type.k === "tuple" &&
        type.items.length === 2 &&
        isOrChecked("text", type.items[0] ?? never) &&
        isOrChecked("int", type.items[1] ?? never)
      );
    case "callable":
      return (
        ["func", "libfn", "class", "method", "libclass"].includes(type.k) ||
        (type.k === "instance" && type.cls.findMethod("__call__") !== null)
      );
    default:
      return (
        type.k === accept ||
        ((type.k === "lib" || type.k === "libclass") && type.name === accept) ||
        (type.k === "instance" && type.cls.libraryBase === accept)
      );
  }
}

/** What is taken, perhaps beside something that is found out when it runs. */
const isOrChecked = (accept: Accept, type: Type): boolean =>
  members(type).some((m) => accepts(accept, m)) &&
  members(type).every((m) => accepts(accept, m) || ["none", "json", "unknown"].includes(m.k));

/** The alternatives that no accepted kind takes. */
export function rejected(parameter: LibraryParameter, type: Type): readonly Type[] {
  if (parameter.accepts.length === 0) return [];
  return members(type).filter((m) => m.k !== "poison" && !parameter.accepts.some((a) => accepts(a, m)));
}

/**
 * What a function of the library has of an argument that is checked when it runs: of a value from JSON, where text is wanted, unicode; an
 * int where an int is; of what may be None, what it is else.
 */
export function taken(parameter: LibraryParameter | undefined, type: Type): Type {
  if (!parameter) return type;
  const takes = (accept: Accept): boolean => parameter.accepts.includes(accept);
  if (!has(type, "json") || rejected(parameter, type).every((m) => m.k !== "json"))
    return takes("text") && !takes("none") && has(type, "none") && !only(type, "none") ? without(type, "none") : type;
  const kinds = takes("text") ? [unicode] : takes("int") && !takes("number") ? [int] : [];
  if (kinds.length === 0) return type;
  return union([
    ...members(type).filter((m) => m.k !== "json" && m.k !== "none"),
    ...kinds,
    ...(takes("none") ? [none] : []),
  ]);
}

/** The type a parameter stands for when nothing else is known of an argument: the first kind that it names. */
export function impliedType(parameter: LibraryParameter): Type {
  const known = parameter.accepts.flatMap((accept): Type[] => {
    if (accept === "text" || accept === "data") return [str];
    if (accept === "bytes") return [bytes];
    if (accept === "number") return [float, int];
    if (accept === "int") return [int];
    if (accept === "unicode") return [unicode];
    return [];
  });
  if (known.length === 0) return unknown;
  const first = known[0] ?? unknown;
  return has(first, "float") ? union([int, float]) : first;
}

/** The names of a signature's parameters, without those that stand for any number of arguments. */
export const parameterNames = (signature: string): readonly string[] =>
  parseSignature(signature)
    .filter((p) => !p.variadic)
    .map((p) => p.name);

/** The arguments of a call, each in its parameter's place: `undefined` stands for one that is left out before another. */
export function inPlaces(call: CallEmit, names: readonly string[]): ts.Expression[] {
  const last = names.findLastIndex((name) => call.has(name));
  return names.slice(0, last + 1).map((name) => (call.has(name) ? call.ts(name) : id("undefined")));
}

/** The named parameters of a signature that a call gives, in their order. */
export const givenNames = (signature: string, call: { has(name: string): boolean }): readonly string[] =>
  parseSignature(signature)
    .filter((p) => !p.variadic && call.has(p.name))
    .map((p) => p.name);

/** What a library rule may ask about a call that is written nowhere, with positional arguments of these types: of a callback, say. */
export function positionalCall(
  entry: FunctionEntry,
  receiver: Type,
  args: readonly Type[],
  rest: Pick<CallTypes, "clock" | "callResult" | "store" | "sends" | "grow">,
): CallTypes {
  const all = parseSignature(entry.params);
  const variadic = all.findIndex((p) => p.variadic);
  const parameters = variadic < 0 ? all : all.slice(0, variadic);
  const at = (name: string): number => parameters.findIndex((p) => p.name === name);
  return {
    ...rest,
    receiver,
    has: (name) => at(name) >= 0 && at(name) < args.length,
    node: () => null,
    typeOf: () => unknown,
    names: () => parameters.slice(0, args.length).map((p) => p.name),
    restNodes: () => [],
    starNode: () => null,
    starType: () => null,
    kwargsNode: () => null,
    kwargsType: () => null,
    type: (name) => (at(name) < 0 ? never : taken(parameters[at(name)], args[at(name)] ?? never)),
    rest: () => args.slice(parameters.length),
  };
}
