import { asciiStr, lib, libclass, none, str, tupleOf, unicode } from "../analysis/types.ts";
import { call, construct, id, member, method, string } from "../emit/build.ts";
import { type Emitted, type Entry, fn, type InstanceType, type LibraryModule, refused, value } from "./entry.ts";
import { refusedAll } from "./refusals.ts";

const UUID = "uuid.UUID";

const unicodedata: LibraryModule = {
  name: "unicodedata",
  members: {
    normalize: fn("form:text, unistr:unicode", unicode, (c): Emitted => {
      const form = c.node("form");
      if (form?.kind !== "Str" || !/^NFK?[CD]$/.test(form.value)) return "a normalization form that is not a literal";
      c.assume("A0112", "JavaScript normalizes by a newer Unicode than 5.2");
      return method(c.ts("unistr"), "normalize", [string(form.value)]);
    }),
    ...refusedAll(
      "name lookup category combining bidirectional decimal digit numeric decomposition east_asian_width mirrored unidata_version ucd_3_2_0 ucnhash_CAPI UCD",
      "JavaScript has no table of what Unicode says of a character",
    ),
  },
};

const uuid: LibraryModule = {
  name: "uuid",
  members: {
    uuid4: fn("", lib(UUID), (c) => construct(c.runtime("python", "Uuid"))),
    ...refusedAll("uuid1 getnode", "the address of a network card"),
    ...refusedAll(
      "uuid3 uuid5 UUID NAMESPACE_DNS NAMESPACE_URL NAMESPACE_OID NAMESPACE_X500",
      "use the npm package uuid",
    ),
  },
};

const platform: LibraryModule = {
  name: "platform",
  members: {
    system: fn("", asciiStr, (c) => call(c.runtime("python", "systemName"))),
    node: fn("", str, (c) => call(c.nodeImport("os", "hostname"))),
    release: fn("", str, (c) => call(c.nodeImport("os", "release"))),
    machine: fn("", asciiStr, (c) => call(c.nodeImport("os", "machine"))),
    version: fn("", str, (c) => call(c.nodeImport("os", "version"))),
    python_version: fn("", asciiStr, () => string("2.7.18")),
    python_implementation: fn("", asciiStr, () => string("CPython")),
    ...refusedAll(
      "platform uname processor architecture linux_distribution dist libc_ver mac_ver win32_ver java_ver popen python_build python_compiler " +
        "python_branch python_revision python_version_tuple system_alias",
      "it depends on the system, and Node does not tell",
    ),
  },
};

const getpass: LibraryModule = {
  name: "getpass",
  members: {
    getuser: fn("", str, (c) => call(c.runtime("python", "userName"))),
    ...refusedAll("getpass GetPassWarning", "reading a password without echo: use node:readline by hand"),
  },
};

const warnings: LibraryModule = {
  name: "warnings",
  members: {
    // Nothing in the translation warns, so that there is nothing to filter.
    ...Object.fromEntries(
      ["filterwarnings", "simplefilter"].map((name) => [
        name,
        fn(
          `action:text, ${name === "simplefilter" ? "" : "~message?, "}~category?, ${name === "simplefilter" ? "" : "~module?, "}~lineno?, ~append?`,
          none,
          (c): Emitted => {
            const node = c.node("action");
            return node?.kind === "Str" && node.value !== "error"
              ? id("undefined")
              : "warnings that may be raised: nothing in the translation warns";
          },
        ),
      ]),
    ),
    resetwarnings: fn("", none, () => id("undefined")),
    ...refusedAll("warn warn_explicit showwarning formatwarning catch_warnings", "warnings: write to sys.stderr"),
  },
};

const type = (name: string): Entry => value(libclass(`builtins.${name}`), () => "a type as a value");

const typesModule: LibraryModule = {
  name: "types",
  members: {
    StringType: type("str"),
    UnicodeType: type("unicode"),
    ListType: type("list"),
    TupleType: type("tuple"),
    DictType: type("dict"),
    DictionaryType: type("dict"),
    IntType: type("int"),
    LongType: type("long"),
    FloatType: type("float"),
    BooleanType: type("bool"),
    NoneType: type("NoneType"),
    InstanceType: type("instance"),
    FunctionType: type("function"),
    LambdaType: type("function"),
    ObjectType: value(libclass("builtins.object"), () => "a type as a value"),
    StringTypes: value(tupleOf([libclass("builtins.str"), libclass("builtins.unicode")]), () => "types as a value"),
    ...refusedAll(
      "ClassType MethodType UnboundMethodType BuiltinFunctionType BuiltinMethodType GeneratorType " +
        "ModuleType TypeType FileType CodeType FrameType TracebackType ComplexType SliceType XRangeType EllipsisType BufferType " +
        "DictProxyType NotImplementedType GetSetDescriptorType MemberDescriptorType",
      "a type that JavaScript's values do not have",
    ),
  },
};

/** Modules that tell of the system, or of Python. */
export const systemModules: readonly LibraryModule[] = [unicodedata, uuid, platform, getpass, warnings, typesModule];

/** What `object()` makes: it is itself, and nothing else. */
export const PLAIN_OBJECT = "plain object";

export const systemTypes: readonly InstanceType[] = [
  { name: PLAIN_OBJECT, hasText: true, tsType: ({ runtimeType }) => runtimeType("python", "PlainObject"), members: {} },
  {
    name: "type",
    hasText: true,
    tsType: ({ runtimeType }) => runtimeType("python", "BuiltinType"),
    members: { __name__: value(asciiStr, ({ receiverTs }) => member(receiverTs, "name")) },
  },
  {
    name: "NotImplementedType",
    hasText: true,
    tsType: ({ runtimeType }) => runtimeType("python", "NotImplementedType"),
    members: {},
  },
  {
    name: UUID,
    hasText: true,
    tsType: ({ runtimeType }) => runtimeType("python", "Uuid"),
    members: {
      hex: value(asciiStr, ({ receiverTs }) => member(receiverTs, "hex")),
      urn: value(asciiStr, ({ receiverTs }) => member(receiverTs, "urn")),
      get_hex: fn("", asciiStr, (c) => member(c.receiverTs, "hex")),
      get_urn: fn("", asciiStr, (c) => member(c.receiverTs, "urn")),
      bytes: refused("the bytes of a UUID"),
      ...refusedAll("int fields time node variant version bytes_le clock_seq", "the parts of a UUID"),
    },
  },
];
