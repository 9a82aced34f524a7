import { sink } from "./sinks.ts";
import { dictOf, bool, float, int, lib, listOf, none, str, tupleOf, type Type } from "../analysis/types.ts";
import { construct, method, nil, string as text } from "../emit/build.ts";
import type * as ts from "../emit/tree.ts";
import {
  type CallEmit,
  type Emitted,
  type Entry,
  fn,
  type FunctionEntry,
  type InstanceType,
  type LibraryModule,
  value,
} from "./entry.ts";
import { refusedAll } from "./refusals.ts";
import { inPlaces, parameterNames } from "./signature.ts";
import { members } from "../analysis/join.ts";
import { only } from "../analysis/kinds.ts";

const PARSERS = ["RawConfigParser", "ConfigParser", "SafeConfigParser"] as const;

const isTexts = (type: Type): boolean =>
  members(type).every(
    (m) =>
      m.k === "none" ||
      (m.k === "dict" && only(m.value.type, "str", "unicode", "never")) ||
      (m.k === "dict" && m.value.type.k === "never"),
  );

const camel = (name: string): string => name.replace(/_(\w)/g, (_, letter: string) => letter.toUpperCase());

const own = (name: string, params: string, result: FunctionEntry["result"]): readonly [string, Entry] => [
  name,
  fn(params, result, (c): Emitted => {
    if (c.has("vars") && !isTexts(c.type("vars"))) return "variables that are not known to be text";
    const names = params.split(", ").map((p) => p.replace(/[?:].*/, ""));
    const last = names.findLastIndex((n) => c.has(n));
    const args = names.slice(0, last + 1).map((n): ts.Expression => {
      if (!c.has(n)) return n === "raw" ? { type: "Literal", value: false, raw: "false" } : nil();
      const node = c.node(n);
      return n === "raw" && node ? c.truth(node) : c.ts(n);
    });
    return method(c.receiverTs, camel(name), args);
  }),
];

const create = (name: string): FunctionEntry =>
  fn("defaults?:dict|none, dict_type?, allow_no_value?", lib(`ConfigParser.${name}`), (c): Emitted => {
    if (c.has("dict_type")) return "a ConfigParser with a dict of another type";
    if (c.has("allow_no_value")) return "a ConfigParser whose options may have no value";
    if (!isTexts(c.type("defaults"))) return "defaults that are not known to be text";
    return construct(c.runtime("python", name), inPlaces(c, parameterNames("defaults?")));
  });

export const configParser: LibraryModule = {
  name: "ConfigParser",
  members: {
    ...Object.fromEntries(
      PARSERS.map((name): [string, Entry] => [
        name,
        {
          kind: "class",
          name: `ConfigParser.${name}`,
          runtime: { barrel: "python", name },
          constructor: create(name),
        },
      ]),
    ),
    DEFAULTSECT: value(str, () => text("DEFAULT")),
    MAX_INTERPOLATION_DEPTH: value(int, () => ({ type: "Literal", value: 10, raw: "10" })),
    ...refusedAll("re", "a part of the module that nobody is meant to use"),
  },
};

const names = (c: { clock: Parameters<typeof listOf>[0] }): Type => listOf(c.clock, str);

/** Where a configuration is written to. */
const target = (c: CallEmit, name: string): ts.Expression => sink(c.runtime, c.ts(name), c.type(name));

export const configTypes: readonly InstanceType[] = PARSERS.map((parser): InstanceType => {
  const more = parser === "RawConfigParser" ? "" : ", raw?, vars?:dict|none";
  return {
    name: `ConfigParser.${parser}`,
    tsType: ({ runtimeType }) => runtimeType("python", parser),
    members: Object.fromEntries([
      own("get", `section:text, option:text${more}`, str),
      own("items", `section:text${more}`, (c) => listOf(c.clock, tupleOf([str, str]))),
      own("getint", "section:text, option:text", int),
      own("getfloat", "section:text, option:text", float),
      own("getboolean", "section:text, option:text", bool),
      own("sections", "", names),
      own("defaults", "", (c) => dictOf(c.clock, str, str)),
      own("options", "section:text", names),
      own("has_section", "section:text", bool),
      own("has_option", "section:text, option:text", bool),
      own("add_section", "section:text", none),
      own("remove_section", "section:text", bool),
      own("remove_option", "section:text, option:text", bool),
      own("set", "section:text, option:text, value:text", none),
      own("read", "filenames:text|list|tuple", names),
      own("readfp", "fp:file|StringIO.StringIO|sys.stdin, filename?:text", none),
      [
        "write",
        fn("fp:file|StringIO.StringIO|sys.stdout", none, (c) => method(c.receiverTs, "write", [target(c, "fp")])),
      ] as const,
      ...Object.entries(refusedAll("optionxform", "names of options in another spelling: they are in lower case")),
      ...Object.entries(refusedAll("OPTCRE OPTCRE_NV SECTCRE", "a part of the parser that is not translated")),
    ]),
  };
});
