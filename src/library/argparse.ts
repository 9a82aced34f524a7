import {
  asciiStr,
  bool,
  type Fields,
  float,
  has,
  int,
  lib,
  libWith,
  listOf,
  members,
  never,
  none,
  only,
  str,
  type Type,
  tupleOf,
  union,
  without,
} from "../analysis/types.ts";
import { sequenceElement } from "../analysis/element.ts";
import { call, construct, member, method, object, objectType, string } from "../emit/build.ts";
import type * as ts from "../emit/tree.ts";
import type * as py from "../python/ast.ts";
import {
  type CallEmit,
  type CallTypes,
  type Emitted,
  type Entry,
  fn,
  type InstanceType,
  type LibraryModule,
  refused,
  value,
} from "./entry.ts";
import { refusedAll } from "./refusals.ts";

const PARSER = "argparse.ArgumentParser";
const GROUP = "argparse.argument group";
const EXCLUSIVE = "argparse.mutually exclusive group";
const NAMESPACE = "argparse.Namespace";

const ARGUMENT =
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

const literal = (node: py.Expression | null): string | null => (node?.kind === "Str" ? node.value : null);
const isNone = (node: py.Expression | null): boolean => node?.kind === "Name" && node.id === "None";
const given = (c: CallTypes, name: string): boolean => c.has(name) && !isNone(c.node(name));

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

/** What a parser's fields hold besides the values of each destination: the types of its defaults, under this name. */
const defaultOf = (dest: string): string => `${dest} default`;

function note(c: CallTypes): void {
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

function firstFields(type: Type): Fields | null {
  for (const m of members(type)) if (m.k === "lib" && m.fields) return m.fields;
  return null;
}

function argumentsOf(c: CallEmit): ts.Expression[] | string {
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
      return defaultValue(c);
    default:
      return c.ts(name);
  }
}

/** A whole float is boxed where the help may show it: there it has its `.0`. */
function defaultValue(c: CallEmit): ts.Expression {
  const made = c.ts("default");
  const type = c.type("default");
  if (!has(type, "float")) return made;
  if (only(type, "float")) {
    const whole = made.type !== "Literal" || Number.isInteger(made.value);
    return whole ? construct(c.runtime("python", "Float"), [made]) : made;
  }
  c.assume("A0103", "a whole float would read without its `.0` in the help");
  return made;
}

const addArgument = fn(
  ARGUMENT,
  (c) => {
    note(c);
    return none;
  },
  (c): Emitted => {
    const args = argumentsOf(c);
    return typeof args === "string" ? args : method(c.receiverTs, "addArgument", args);
  },
);

const layouts: Readonly<Record<string, string>> = {
  HelpFormatter: "wrapped",
  RawDescriptionHelpFormatter: "rawDescription",
  RawTextHelpFormatter: "rawText",
  ArgumentDefaultsHelpFormatter: "defaults",
};

const parser = fn(
  "prog?:text|none, usage?:text|none, description?:text|none, epilog?:text|none, version?, parents?, formatter_class?, " +
    "prefix_chars?, fromfile_prefix_chars?, argument_default?, conflict_handler?:text, add_help?",
  (c) => libWith(PARSER, c.clock.fields()),
  (c): Emitted => {
    const settings: [string, ts.Expression][] = [];
    for (const name of c.names()) {
      const node = c.node(name);
      if (name === "add_help" && node) settings.push(["addHelp", c.truth(node)]);
      else if (name === "formatter_class") {
        const layout =
          node?.kind === "Attribute" ? layouts[node.attr] : node?.kind === "Name" ? layouts[node.id] : undefined;
        if (layout === undefined) return "a help formatter of one's own";
        settings.push(["layout", string(layout)]);
      } else if (name === "conflict_handler") {
        if (literal(node) !== "error") return "conflict_handler='resolve'";
      } else if (["prog", "usage", "description", "epilog"].includes(name)) settings.push([name, c.ts(name)]);
      else return `ArgumentParser with ${name}`;
    }
    return construct(c.runtime("python", "ArgumentParser"), settings.length > 0 ? [object(settings)] : []);
  },
);

/** The type of the values: an object of the script's own destinations. */
function valuesOf(c: CallTypes): Type {
  const values = c.clock.fields();
  const fields = firstFields(c.receiver);
  for (const [name, type] of fields?.entries ?? []) {
    // A default without an argument of its own: set_defaults alone.
    const dest = name.endsWith(" default") ? name.slice(0, -" default".length) : name;
    values.grow(dest, type);
  }
  return libWith(NAMESPACE, values);
}

const parsing = (name: string, known: boolean): Entry =>
  fn(
    "args?:list|none, namespace?",
    (c) => (known ? tupleOf([valuesOf(c), listOf(c.clock, str)]) : valuesOf(c)),
    (c): Emitted => {
      if (c.has("namespace")) return `${known ? "parse_known_args" : "parse_args"}() into a namespace of one's own`;
      const { resultType } = c;
      const values = known && resultType.k === "tuple" ? resultType.items[0] : resultType;
      return call(
        member(c.receiverTs, name),
        c.has("args") ? [c.ts("args")] : [],
        values ? [c.tsType(values)] : undefined,
      );
    },
  );

const setDefaults = fn(
  "**values",
  (c) => {
    const fields = firstFields(c.receiver);
    for (const name of c.names()) fields?.grow(defaultOf(name), c.type(name));
    return none;
  },
  (c): Emitted =>
    c.names().some((name) => has(c.type(name), "float"))
      ? "set_defaults() of floats: give them to add_argument()"
      : method(c.receiverTs, "setDefaults", [object(c.names().map((name) => [name, c.ts(name)] as const))]),
);

const groupOf = (c: CallTypes, name: string): Type => {
  const fields = firstFields(c.receiver);
  return fields ? libWith(name, fields) : lib(name);
};

const addGroup = fn(
  "title?:text|none, description?:text|none",
  (c) => groupOf(c, GROUP),
  (c): Emitted => {
    if (c.has("description") && !c.has("title")) return "a group with a description and no title";
    return method(
      c.receiverTs,
      "addArgumentGroup",
      ["title", "description"].filter((n) => c.has(n)).map((n) => c.ts(n)),
    );
  },
);

const addExclusive = fn(
  "required?",
  (c) => groupOf(c, EXCLUSIVE),
  (c) => {
    const node = c.node("required");
    return method(c.receiverTs, "addMutuallyExclusiveGroup", node ? [object([["required", c.truth(node)]])] : []);
  },
);

/** `print_help(sys.stderr)`. */
const printing = (name: string): Entry =>
  fn("file?", none, (c): Emitted => {
    if (!given(c, "file")) return method(c.receiverTs, name);
    const type = c.type("file");
    const stream = type.k === "lib" ? /^sys\.(stdout|stderr)$/.exec(type.name)?.[1] : undefined;
    return stream
      ? method(c.receiverTs, name, [string(stream)])
      : "help for another file than sys.stdout and sys.stderr";
  });

const textAttribute = (name: string): Entry =>
  value(
    union([str, none]),
    ({ receiverTs }) => member(receiverTs, name),
    ({ receiverTs }, made) => ({
      type: "AssignmentExpression",
      operator: "=",
      left: member(receiverTs, name),
      right: made,
    }),
  );

const parserType: InstanceType = {
  name: PARSER,
  tsType: ({ runtimeType }) => runtimeType("python", "ArgumentParser"),
  members: {
    add_argument: addArgument,
    add_argument_group: addGroup,
    add_mutually_exclusive_group: addExclusive,
    set_defaults: setDefaults,
    parse_args: parsing("parseArgs", false),
    parse_known_args: parsing("parseKnownArgs", true),
    print_help: printing("printHelp"),
    print_usage: printing("printUsage"),
    format_help: fn("", str, (c) => method(c.receiverTs, "formatHelp")),
    format_usage: fn("", str, (c) => method(c.receiverTs, "formatUsage")),
    error: fn("message:text", never, (c) => method(c.receiverTs, "error", [c.ts("message")])),
    exit: fn("status?:int|none, message?:text|none", never, (c): Emitted => {
      if (c.has("message") && !c.has("status")) return "exit(message=…) without a status";
      return method(
        c.receiverTs,
        "exit",
        ["status", "message"].filter((n) => c.has(n)).map((n) => c.ts(n)),
      );
    }),
    ...Object.fromEntries(["description", "epilog", "usage"].map((name) => [name, textAttribute(name)])),
    prog: value(str, ({ receiverTs }) => member(receiverTs, "prog")),
    add_subparsers: refused("subcommands: make a parser for each, and choose by the first argument"),
    get_default: refused("a default before the command line is read"),
    ...refusedAll("print_version format_version version", "use add_argument('--version', action='version')"),
    ...refusedAll("register convert_arg_line_to_args formatter_class prefix_chars", "a parser of one's own"),
  },
};

const groupType = (name: string, runtime: string, more: Readonly<Record<string, Entry>>): InstanceType => ({
  name,
  tsType: ({ runtimeType }) => runtimeType("python", runtime),
  members: {
    add_argument: addArgument,
    ...more,
    ...refusedAll("set_defaults title description required", "a part of the group: name it where the group is made"),
  },
});

/** What `parse_args` gives: an object of the script's own arguments. */
const namespaceType: InstanceType = {
  name: NAMESPACE,
  tsType: ({ fields }) => objectType(fields),
  members: { __dict__: refused("the values as a dict: name those that are meant") },
};

const constant = (text: string): Entry => value(asciiStr, () => string(text));

export const argparse: LibraryModule = {
  name: "argparse",
  members: {
    ArgumentParser: {
      kind: "class",
      name: PARSER,
      constructor: parser,
      runtime: { barrel: "python", name: "ArgumentParser" },
    },
    SUPPRESS: constant("==SUPPRESS=="),
    OPTIONAL: constant("?"),
    ZERO_OR_MORE: constant("*"),
    ONE_OR_MORE: constant("+"),
    REMAINDER: constant("..."),
    PARSER: refused("subcommands: make a parser for each, and choose by the first argument"),
    ...refusedAll(Object.keys(layouts).join(" "), "a help formatter as a value: name it in ArgumentParser()"),
    FileType: refused("files that are opened while the command line is read: take the name, and open it"),
    Action: refused("an action of one's own"),
    Namespace: refused("values made by hand"),
    ArgumentError: refused("raised in actions and parsers of one's own only"),
  },
};

export const argparseTypes: readonly InstanceType[] = [
  parserType,
  groupType(GROUP, "ArgumentGroup", { add_mutually_exclusive_group: addExclusive }),
  groupType(EXCLUSIVE, "MutuallyExclusiveGroup", {}),
  namespaceType,
];
