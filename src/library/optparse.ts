import { inPlaces } from "./signature.ts";
import { asciiStr, bool, lib, libWith, listOf, never, none, str, type Type, tupleOf } from "../analysis/types.ts";
import { call, construct, method, object, objectType, string } from "../emit/build.ts";
import type * as ts from "../emit/tree.ts";
import { defaultOf, firstFields, isNone } from "./command-line-option.ts";
import {
  type CallEmit,
  type Emitted,
  type Entry,
  fn,
  type InstanceType,
  type LibraryModule,
  refused,
  value,
} from "./entry.ts";
import { plainMethod } from "./plain-method.ts";
import { OPTION_PARAMS, noteOption, optionArguments } from "./optparse-option.ts";
import { type Fields } from "../analysis/cells.ts";
import { members, union } from "../analysis/join.ts";

const PARSER = "optparse.OptionParser";
const GROUP = "optparse.OptionGroup";
const OPTION = "optparse.Option";
const VALUES = "optparse.Values";
const FORMATTER = "optparse.HelpFormatter";

/** The options in a list join those of the parser. */
function adopt(fields: Fields, type: Type): void {
  for (const m of members(type)) {
    const option = m.k === "list" ? m.elem.type : m;
    for (const item of m.k === "tuple" ? m.items : [option]) {
      const own = firstFields(item);
      if (own) fields.joined(own);
    }
  }
}

const makeOption = fn(
  OPTION_PARAMS,
  (c) => {
    const fields = c.clock.fields();
    noteOption(c, fields);
    return libWith(OPTION, fields);
  },
  (c): Emitted => {
    const args = optionArguments(c);
    return typeof args === "string" ? args : construct(c.runtime("python", "Option"), args);
  },
);

/** `add_option('-n', …)`, or with an Option that is made already. */
const addOption = fn(
  OPTION_PARAMS,
  (c) => {
    const fields = firstFields(c.receiver);
    const [first = never] = c.rest("names");
    if (fields && first.k === "lib") adopt(fields, first);
    else if (fields) noteOption(c, fields);
    return fields ? libWith(OPTION, fields) : lib(OPTION);
  },
  (c): Emitted => {
    const [first = never] = c.rest("names");
    if (first.k === "lib" && c.names().length === 0) return method(c.receiverTs, "addOption", c.restTs("names"));
    const args = optionArguments(c);
    return typeof args === "string" ? args : method(c.receiverTs, "addOption", args);
  },
);

const addOptions = fn(
  "option_list:list",
  (c) => {
    const fields = firstFields(c.receiver);
    if (fields) adopt(fields, c.type("option_list"));
    return none;
  },
  (c) => method(c.receiverTs, "addOptions", [c.ts("option_list")]),
);

const settingNames: Readonly<Record<string, string>> = {
  option_list: "optionList",
  conflict_handler: "conflictHandler",
  add_help_option: "addHelpOption",
  max_help_position: "maxHelpPosition",
};

const settingsObject = (c: CallEmit): ts.Expression[] => {
  const entries = c.names().map((name) => {
    const node = c.node(name);
    return [settingNames[name] ?? name, name === "add_help_option" && node ? c.truth(node) : c.ts(name)] as const;
  });
  return entries.length > 0 ? [object(entries)] : [];
};

export const parser = fn(
  "usage?:text|none, option_list?:list|none, option_class?, version?:text|none, conflict_handler?:text, description?:text|none, " +
    `formatter?:${FORMATTER}|none, add_help_option?, prog?:text|none, epilog?:text|none`,
  (c) => {
    const fields = c.clock.fields();
    if (c.has("option_list")) adopt(fields, c.type("option_list"));
    return libWith(PARSER, fields);
  },
  (c): Emitted => {
    if (c.has("option_class")) return "an option class of one's own";
    if (!c.has("prog")) c.assume("A0116", "usage and help name the TypeScript file");
    return construct(c.runtime("python", "OptionParser"), settingsObject(c));
  },
);

/** The group's options are the parser's. */
const group = fn(
  `parser:${PARSER}, title:text, description?:text|none`,
  (c) => {
    const fields = firstFields(c.type("parser"));
    return fields ? libWith(GROUP, fields) : lib(GROUP);
  },
  (c) => construct(c.runtime("python", "OptionGroup"), inPlaces(c, ["parser", "title", "description"])),
);

const parseArgs = fn(
  "args?:list|none, values?",
  (c) => {
    const values = c.clock.fields();
    const options = firstFields(c.receiver);
    const entries = options?.entries ?? [];
    for (const [dest, stored] of entries) {
      if (dest.includes(" ")) continue;
      values.grow(dest, union([stored, options?.get(defaultOf(dest)) ?? none]));
    }
    // A default without an option of its own: set_defaults alone.
    for (const [name, type] of entries)
      if (name.endsWith(" default")) values.grow(name.slice(0, -" default".length), type);
    return tupleOf([libWith(VALUES, values), listOf(c.clock, str)]);
  },
  (c): Emitted => {
    if (c.has("values")) return "parse_args() into values of one's own";
    const { resultType } = c;
    const values = resultType.k === "tuple" ? resultType.items[0] : undefined;
    return call(member_(c, "parseArgs"), inPlaces(c, ["args"]), values ? [c.tsType(values)] : undefined);
  },
);

const member_ = (c: CallEmit, name: string): ts.Expression => ({
  type: "MemberExpression",
  object: c.receiverTs,
  property: { type: "Identifier", name },
  computed: false,
  optional: false,
});

const setDefaults = fn(
  "**values",
  (c) => {
    const fields = firstFields(c.receiver);
    for (const name of c.names()) fields?.grow(defaultOf(name), c.type(name));
    return none;
  },
  (c) => method(c.receiverTs, "setDefaults", [object(c.names().map((name) => [name, c.ts(name)] as const))]),
);

/** The stream of `print_help(sys.stderr)`. */
function streamName(c: CallEmit): ts.Expression[] | string {
  if (!c.has("file") || isNone(c.node("file"))) return [];
  const type = c.type("file");
  if (type.k === "lib" && type.name === "sys.stderr") return [string("stderr")];
  if (type.k === "lib" && type.name === "sys.stdout") return [];
  return "help for another file than sys.stdout and sys.stderr";
}

const printing = (name: string): Entry =>
  fn("file?", none, (c): Emitted => {
    const stream = streamName(c);
    return typeof stream === "string" ? stream : method(c.receiverTs, name, stream);
  });

const containerMembers: Readonly<Record<string, Entry>> = {
  add_option: addOption,
  add_options: addOptions,
  has_option: plainMethod("hasOption", "opt_str:text", bool),
  remove_option: plainMethod("removeOption", "opt_str:text", none),
  set_description: plainMethod("setDescription", "description:text|none", none),
  get_option: refused("an option as an object"),
  set_conflict_handler: refused("pass conflict_handler to the parser"),
  description: refused("the parser's description as an attribute"),
  option_list: refused("the parser's options as a list"),
  defaults: refused("the parser's defaults as a dict"),
};

const parserType: InstanceType = {
  name: PARSER,
  tsType: ({ runtimeType }) => runtimeType("python", "OptionParser"),
  members: {
    ...containerMembers,
    parse_args: parseArgs,
    add_option_group: fn(
      `group:${GROUP}|text, description?:text|none`,
      (c) => {
        const fields = firstFields(c.receiver);
        return fields ? libWith(GROUP, fields) : lib(GROUP);
      },
      (c) => method(c.receiverTs, "addOptionGroup", inPlaces(c, ["group", "description"])),
    ),
    set_defaults: setDefaults,
    set_default: refused("use set_defaults, which names the option"),
    set_usage: plainMethod("setUsage", "usage:text|none", none),
    disable_interspersed_args: plainMethod("disableInterspersedArgs", "", none),
    enable_interspersed_args: plainMethod("enableInterspersedArgs", "", none),
    error: plainMethod("error", "msg:text", never),
    exit: fn("status?:int|none, msg?:text|none", never, (c): Emitted => {
      const args = inPlaces(c, ["status", "msg"]);
      if (c.has("msg") && !c.has("status")) return "exit(msg=…) without a status";
      return method(c.receiverTs, "exit", args);
    }),
    print_help: printing("printHelp"),
    print_usage: printing("printUsage"),
    print_version: printing("printVersion"),
    format_help: plainMethod("formatHelp", "", str),
    get_usage: plainMethod("getUsage", "", str),
    get_version: plainMethod("getVersion", "", str),
    get_prog_name: plainMethod("getProgName", "", str),
    get_default_values: refused("the defaults without a command line"),
    usage: refused("the parser's usage as an attribute: get_usage() has its text"),
    values: refused("the values while they are parsed"),
    rargs: refused("the arguments while they are parsed"),
    largs: refused("the arguments while they are parsed"),
    prog: refused("the program's name as an attribute: get_prog_name() has it"),
    version: refused("the version as an attribute: get_version() has it"),
    epilog: refused("the epilog as an attribute: pass it to the parser"),
    formatter: refused("the help's formatter as an attribute"),
    destroy: refused("destroy() frees memory in CPython only"),
  },
};

const groupType: InstanceType = {
  name: GROUP,
  tsType: ({ runtimeType }) => runtimeType("python", "OptionGroup"),
  members: { ...containerMembers, title: refused("the group's title as an attribute") },
};

const optionType: InstanceType = {
  name: OPTION,
  tsType: ({ runtimeType }) => runtimeType("python", "Option"),
  members: {},
};

/** What `parse_args` gives: an object of the script's own options. */
const valuesType: InstanceType = {
  name: VALUES,
  tsType: ({ fields }) => objectType(fields),
  members: {
    ensure_value: refused("ensure_value() sets an attribute by its name"),
    read_file: refused("read_file() runs a file of Python"),
    read_module: refused("read_module() imports by name"),
    __dict__: refused("the values as a dict"),
  },
};

const formatterType: InstanceType = {
  name: FORMATTER,
  tsType: ({ runtimeType }) => runtimeType("python", "HelpFormatter"),
  members: {},
};

const formatter = fn(
  "indent_increment?, max_help_position?:int, width?:int|none, short_first?",
  lib(FORMATTER),
  (c): Emitted => {
    if (c.has("indent_increment") || c.has("short_first")) return "help with an indent or an order of its own";
    return construct(c.runtime("python", "HelpFormatter"), settingsObject(c));
  },
);

const ownClass = "a parser or option class of one's own";

export const optparse: LibraryModule = {
  name: "optparse",
  members: {
    OptionParser: {
      kind: "class",
      name: PARSER,
      constructor: parser,
      runtime: { barrel: "python", name: "OptionParser" },
    },
    OptionGroup: { kind: "class", name: GROUP, constructor: group, runtime: { barrel: "python", name: "OptionGroup" } },
    Option: { kind: "class", name: OPTION, constructor: makeOption, runtime: { barrel: "python", name: "Option" } },
    make_option: makeOption,
    IndentedHelpFormatter: { kind: "class", name: FORMATTER, constructor: formatter },
    SUPPRESS_HELP: value(asciiStr, () => string("SUPPRESSHELP")),
    SUPPRESS_USAGE: value(asciiStr, () => string("SUPPRESSUSAGE")),
    TitledHelpFormatter: refused("help in TitledHelpFormatter's layout"),
    HelpFormatter: refused("a help formatter of one's own"),
    OptionContainer: refused(ownClass),
    Values: refused("values made by hand"),
    NO_DEFAULT: refused(ownClass),
    ...Object.fromEntries(
      "OptParseError OptionError OptionConflictError OptionValueError BadOptionError AmbiguousOptionError"
        .split(" ")
        .map((name) => [name, refused("raised in callbacks and option classes only, which are not translated")]),
    ),
  },
};

export const optparseTypes: readonly InstanceType[] = [parserType, groupType, optionType, valuesType, formatterType];
