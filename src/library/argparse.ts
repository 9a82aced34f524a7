import { inPlaces } from "./signature.ts";
import { asciiStr, lib, libWith, listOf, never, none, str, type Type, tupleOf } from "../analysis/types.ts";
import { call, construct, member, method, object, objectType, string, unknownType } from "../emit/build.ts";
import type * as ts from "../emit/tree.ts";
import { defaultOf, firstFields, literal } from "./command-line-option.ts";
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
import { ARGUMENT, given, note, argumentsOf } from "./argparse-argument.ts";
import { has } from "../analysis/kinds.ts";
import { union } from "../analysis/join.ts";

const PARSER = "argparse.ArgumentParser";
const GROUP = "argparse.argument group";
const EXCLUSIVE = "argparse.mutually exclusive group";
const NAMESPACE = "argparse.Namespace";
const ACTION = "argparse.Action";
const SUBPARSERS = "argparse.subparsers";

const addArgument = fn(
  ARGUMENT,
  (c) => {
    note(c);
    return lib(ACTION);
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

const PARSER_SETTINGS =
  "prog?:text|none, usage?:text|none, description?:text|none, epilog?:text|none, version?, parents?, formatter_class?, " +
  "prefix_chars?, fromfile_prefix_chars?, argument_default?, conflict_handler?:text, add_help?";

/** What a parser is made with, but for those of its arguments that are no settings of a parser. */
function parserSettings(c: CallEmit, others: readonly string[]): [string, ts.Expression][] | string {
  const settings: [string, ts.Expression][] = [];
  for (const name of c.names()) {
    const node = c.node(name);
    if (others.includes(name)) continue;
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
  return settings;
}

const parser = fn(
  PARSER_SETTINGS,
  (c) => libWith(PARSER, c.clock.fields()),
  (c): Emitted => {
    const settings = parserSettings(c, []);
    if (typeof settings === "string") return settings;
    if (!c.has("prog")) c.assume("A0116", "usage and help name the TypeScript file");
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
    return method(c.receiverTs, "addArgumentGroup", inPlaces(c, ["title", "description"]));
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

/** The argument that names a command. What commands store is in the one object of values that all of them give. */
const addSubparsers = fn(
  "title?:text, description?:text|none, prog?:text|none, parser_class?, action?, option_strings?, dest?:text|none, help?:text|none, metavar?:text|none",
  (c) => {
    const dest = literal(c.node("dest"));
    if (dest !== null) firstFields(c.receiver)?.grow(dest, str);
    return groupOf(c, SUBPARSERS);
  },
  (c): Emitted => {
    if (given(c, "dest") && literal(c.node("dest")) === null)
      return "the destination of a command that is not a literal";
    const unknown = c.names().find((name) => ["parser_class", "action", "option_strings"].includes(name));
    if (unknown !== undefined) return `add_subparsers() with ${unknown}`;
    const settings = c.names().map((name) => [name, c.ts(name)] as const);
    return method(c.receiverTs, "addSubparsers", settings.length > 0 ? [object(settings)] : []);
  },
);

const addParser = fn(
  `name:text, help?:text|none, ${PARSER_SETTINGS}`,
  (c) => groupOf(c, PARSER),
  (c): Emitted => {
    const settings = parserSettings(c, ["name", "help"]);
    if (typeof settings === "string") return settings;
    if (c.has("help")) settings.unshift(["help", c.ts("help")]);
    return method(c.receiverTs, "addParser", [c.ts("name"), ...(settings.length > 0 ? [object(settings)] : [])]);
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
      return method(c.receiverTs, "exit", inPlaces(c, ["status", "message"]));
    }),
    ...Object.fromEntries(["description", "epilog", "usage"].map((name) => [name, textAttribute(name)])),
    prog: value(str, ({ receiverTs }) => member(receiverTs, "prog")),
    add_subparsers: addSubparsers,
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

const subparsersType: InstanceType = {
  name: SUBPARSERS,
  tsType: ({ runtimeType }) => runtimeType("python", "Subparsers"),
  members: { add_parser: addParser, ...refusedAll("choices dest help metavar", "the commands as an object") },
};

/** What `add_argument` gives, which few scripts look at. */
const actionType: InstanceType = {
  name: ACTION,
  tsType: () => unknownType(),
  members: refusedAll(
    "dest nargs const default type choices required help metavar option_strings",
    "an argument as an object",
  ),
};

/** What `parse_args` gives: an object of the script's own arguments. */
const namespaceType: InstanceType = {
  name: NAMESPACE,
  tsType: ({ fields }) => objectType(fields),
  members: { __dict__: refused("the values as a dict: name those that are meant") },
  repr: ({ fields }, inner) => ({
    feature: "reprNamespace",
    args: [object((fields?.entries ?? []).map(([name, type]) => [name, inner(type)]))],
  }),
};

export const constant = (text: string): Entry => value(asciiStr, () => string(text));

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
    PARSER: refused("the number of arguments of a command: use add_subparsers()"),
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
  subparsersType,
  namespaceType,
  actionType,
];
