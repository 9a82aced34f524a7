import { asciiStr, int, lib, none, sequenceOf, str, type Type, tupleOf, unicode, unknown } from "../analysis/types.ts";
import { array, assign, call, construct, index, member, method, spread } from "../emit/build.ts";
import { answerMembers } from "./answer-members.ts";
import type * as ts from "../emit/tree.ts";
import { type Barrel, type CallEmit, type Emitted, type Entry, type FunctionEntry, fn, value } from "./entry.ts";
import { isNone } from "./is-none.ts";
import { members, union } from "../analysis/join.ts";
import { only } from "../analysis/kinds.ts";

/** An exception class of Python 2.7's library and its TypeScript counterpart. */
export interface ExceptionClass {
  /** `exceptions.ValueError` for built-ins, else as Python prints it: `urllib2.HTTPError`. */
  readonly name: string;
  readonly base: string | null;
  readonly barrel: Barrel;
  /** Its name in the runtime. */
  readonly ts: string;
  readonly members: Readonly<Record<string, Entry>>;
  /** `a, b = e`, `e[0]`: the types of what it was made from. */
  readonly args: readonly Type[];
  /** What the runtime's class has and Python's has not. */
  readonly internal: readonly string[];
}

const text = (name: string) => value(str, ({ receiverTs }) => member(receiverTs, name));
const errnoArgs = [int, asciiStr];

/** An attribute of the exception itself, which a program may give another value. */
function settable(name: string, type: Type): Entry {
  return value(
    type,
    ({ receiverTs }) => member(receiverTs, name),
    ({ receiverTs }, made) => assign(member(receiverTs, name), made),
  );
}

/** `e.args`, `e.message`: of every exception. `message` is the only argument's own value, or ''. */
const common: Readonly<Record<string, Entry>> = {
  args: value(
    (clock) => sequenceOf(clock, unknown),
    ({ receiverTs }) => member(receiverTs, "args"),
    ({ receiverTs }, made, type) =>
      only(type, "tuple", "sequence")
        ? assign(member(receiverTs, "args"), made)
        : only(type, "list")
          ? assign(member(receiverTs, "args"), array([spread(made)]))
          : "the arguments of an exception from what is no tuple",
  ),
  message: settable("soleArgument", unknown),
  __str__: fn("", str, (c) => call(member(c.receiverTs, "toString"))),
  __repr__: fn("", asciiStr, (c) => call(index(c.receiverTs, c.runtime("python", "reprMethod")))),
  __init__: fn("*args", none, (c) => call({ type: "Super" }, c.restTs("args"))),
};

const environment: Readonly<Record<string, Entry>> = {
  errno: settable("errno", union([int, none])),
  strerror: settable("strerror", union([asciiStr, none])),
  filename: settable("filename", union([str, none])),
};

const httpError: Readonly<Record<string, Entry>> = {
  ...answerMembers,
  msg: text("reason"),
  reason: text("reason"),
  hdrs: answerMembers.headers,
  fp: value(union([lib("urllib2.HTTPError"), none]), ({ runtime, receiverTs }) =>
    call(runtime("http", "fpOf"), [receiverTs]),
  ),
};

const urlError: Readonly<Record<string, Entry>> = {
  reason: settable("reason", union([asciiStr, lib("exceptions.EnvironmentError")])),
};

const table: ExceptionClass[] = [];

function define(
  names: string,
  base: string | null,
  options: Partial<Pick<ExceptionClass, "ts" | "members" | "args" | "barrel" | "internal">> = {},
): void {
  for (const name of names.split(" ")) {
    const [module, short = name] = name.split(".");
    table.push({
      name,
      base,
      barrel: options.barrel ?? (module === "exceptions" ? "python" : "http"),
      ts: options.ts ?? short,
      members: { ...common, ...options.members },
      args: options.args ?? [],
      internal: options.internal ?? [],
    });
  }
}

// Python's documentation, section 6.1 of the library reference ("Exception hierarchy"), checked against 2.7.18.
define("exceptions.BaseException", null);
define("exceptions.SystemExit", "exceptions.BaseException", {
  members: { code: value(unknown, ({ receiverTs }) => member(receiverTs, "code")) },
});
define("exceptions.KeyboardInterrupt exceptions.GeneratorExit exceptions.Exception", "exceptions.BaseException");
define("exceptions.StopIteration exceptions.StandardError", "exceptions.Exception");
define(
  "exceptions.ArithmeticError exceptions.AssertionError exceptions.AttributeError exceptions.EOFError",
  "exceptions.StandardError",
);
define(
  "exceptions.ImportError exceptions.LookupError exceptions.MemoryError exceptions.NameError",
  "exceptions.StandardError",
);
define("exceptions.RuntimeError exceptions.SystemError exceptions.ValueError", "exceptions.StandardError");
define("exceptions.EnvironmentError", "exceptions.StandardError", { members: environment, args: errnoArgs });
define("exceptions.TypeError", "exceptions.StandardError", { ts: "PyTypeError" });
define("exceptions.SyntaxError", "exceptions.StandardError", { ts: "PySyntaxError" });
define("exceptions.ReferenceError", "exceptions.StandardError", { ts: "PyReferenceError" });
define(
  "exceptions.ZeroDivisionError exceptions.OverflowError exceptions.FloatingPointError",
  "exceptions.ArithmeticError",
);
define("exceptions.IOError exceptions.OSError", "exceptions.EnvironmentError", {
  members: environment,
  args: errnoArgs,
});
define("exceptions.IndexError exceptions.KeyError", "exceptions.LookupError");
define("exceptions.UnboundLocalError", "exceptions.NameError");
define("exceptions.NotImplementedError", "exceptions.RuntimeError");
define("exceptions.UnicodeError", "exceptions.ValueError");
const codecFault: Readonly<Record<string, Entry>> = {
  encoding: text("encoding"),
  reason: text("reason"),
  start: value(int, ({ receiverTs }) => member(receiverTs, "start")),
  end: value(int, ({ receiverTs }) => member(receiverTs, "end")),
};
define("exceptions.UnicodeDecodeError", "exceptions.UnicodeError", { members: codecFault });
define("exceptions.UnicodeEncodeError", "exceptions.UnicodeError", {
  members: { ...codecFault, object: value(unicode, ({ receiverTs }) => member(receiverTs, "object")) },
});

define("urllib2.URLError", "exceptions.IOError", { members: { ...environment, ...urlError } });
define("urllib2.HTTPError", "urllib2.URLError", {
  members: { ...environment, ...httpError },
  internal: ["status", "body", "bodyUsed"],
});
define("socket.error", "exceptions.IOError", { ts: "SocketError", members: environment, args: errnoArgs });
define("socket.timeout", "socket.error", { ts: "SocketTimeout", members: environment, args: [asciiStr] });
define("socket.gaierror", "socket.error", { ts: "GetAddrInfoError", members: environment, args: errnoArgs });
define("ssl.SSLError", "socket.error", { members: environment, args: errnoArgs });
define("ssl.CertificateError", "exceptions.ValueError");
define("cookielib.LoadError", "exceptions.IOError", { members: environment });
define("Cookie.CookieError", "exceptions.Exception");
define("httplib.HTTPException", "exceptions.Exception");
define("httplib.BadStatusLine", "httplib.HTTPException", { members: { line: text("line") } });
define("httplib.IncompleteRead", "httplib.HTTPException", {
  members: {
    partial: value(str, ({ receiverTs, runtime }) => call(runtime("http", "partialText"), [receiverTs])),
    expected: value(union([int, none]), ({ receiverTs }) => member(receiverTs, "expected")),
  },
});
define("httplib.InvalidURL httplib.LineTooLong httplib.UnknownProtocol", "httplib.HTTPException");
define("httplib.ImproperConnectionState", "httplib.HTTPException");
define(
  "httplib.CannotSendRequest httplib.CannotSendHeader httplib.ResponseNotReady",
  "httplib.ImproperConnectionState",
);

define("argparse.ArgumentTypeError", "exceptions.Exception", { barrel: "python" });
define("subprocess.CalledProcessError", "exceptions.Exception", {
  barrel: "python",
  members: {
    returncode: value(int, ({ receiverTs }) => member(receiverTs, "returncode")),
    output: value(union([str, none]), ({ receiverTs }) => member(receiverTs, "output")),
    cmd: value(unknown, ({ receiverTs }) => member(receiverTs, "cmd")),
  },
});
define("getopt.GetoptError", "exceptions.Exception", {
  barrel: "python",
  members: { msg: text("msg"), opt: text("opt") },
});
define("shutil.Error", "exceptions.EnvironmentError", {
  ts: "ShutilError",
  barrel: "python",
  members: environment,
  args: errnoArgs,
});
for (const [name, attribute] of [
  ["IllegalMonthError", "month"],
  ["IllegalWeekdayError", "weekday"],
] as const)
  define(`calendar.${name}`, "exceptions.ValueError", {
    ts: name,
    barrel: "python",
    members: { [attribute]: value(int, ({ receiverTs }) => member(receiverTs, attribute)) },
  });
define("struct.error", "exceptions.Exception", { ts: "StructError", barrel: "python" });
define("binascii.Error", "exceptions.Exception", { ts: "BinasciiError", barrel: "python" });
define("zlib.error", "exceptions.Exception", { ts: "ZlibError", barrel: "python" });
define("xml.parsers.expat.ExpatError", "exceptions.Exception", {
  ts: "ExpatError",
  barrel: "python",
  members: {
    code: value(int, ({ receiverTs }) => member(receiverTs, "code")),
    lineno: value(int, ({ receiverTs }) => member(receiverTs, "lineno")),
    offset: value(int, ({ receiverTs }) => member(receiverTs, "offset")),
  },
});
define("xml.etree.ElementTree.ParseError", "exceptions.SyntaxError", {
  ts: "ParseError",
  barrel: "python",
  members: {
    code: value(int, ({ receiverTs }) => member(receiverTs, "code")),
    position: value(tupleOf([int, int]), ({ receiverTs }) => member(receiverTs, "position")),
  },
});
define("Queue.Empty Queue.Full", "exceptions.Exception", { barrel: "python" });
const configNames = { section: text("section"), option: text("option") };
define("ConfigParser.Error", "exceptions.Exception", { ts: "ConfigError", barrel: "python" });
define("ConfigParser.NoSectionError ConfigParser.DuplicateSectionError", "ConfigParser.Error", {
  barrel: "python",
  members: { section: configNames.section },
});
define("ConfigParser.NoOptionError ConfigParser.InterpolationError", "ConfigParser.Error", {
  barrel: "python",
  members: configNames,
});
define(
  "ConfigParser.InterpolationMissingOptionError ConfigParser.InterpolationSyntaxError ConfigParser.InterpolationDepthError",
  "ConfigParser.InterpolationError",
  { barrel: "python" },
);
define("ConfigParser.ParsingError", "ConfigParser.Error", {
  barrel: "python",
  members: { filename: text("filename") },
});
define("ConfigParser.MissingSectionHeaderError", "ConfigParser.ParsingError", {
  barrel: "python",
  members: { lineno: value(int, ({ receiverTs }) => member(receiverTs, "lineno")), line: text("line") },
});
define("HTMLParser.HTMLParseError", "exceptions.Exception", {
  barrel: "python",
  members: {
    msg: text("msg"),
    lineno: value(union([int, none]), ({ receiverTs }) => member(receiverTs, "lineno")),
    offset: value(union([int, none]), ({ receiverTs }) => member(receiverTs, "offset")),
  },
});
define("csv.Error", "exceptions.Exception", { ts: "CsvError", barrel: "python" });

define("urllib.ContentTooShortError", "exceptions.IOError", {
  members: {
    content: value(tupleOf([str, lib("httplib.HTTPMessage")]), ({ receiverTs }) => member(receiverTs, "content")),
  },
});

define("re.error", "exceptions.Exception", { ts: "ReError", barrel: "python" });

export const exceptionClasses: ReadonlyMap<string, ExceptionClass> = new Map(table.map((e) => [e.name, e]));

/** Other names of the same classes. */
export const exceptionAliases: Readonly<Record<string, string>> = {
  "httplib.error": "httplib.HTTPException",
  "select.error": "select.error",
  "getopt.error": "getopt.GetoptError",
  "os.error": "exceptions.OSError",
  "calendar.error": "exceptions.ValueError",
  "xml.parsers.expat.error": "xml.parsers.expat.ExpatError",
  "xml.dom.minidom.ExpatError": "xml.parsers.expat.ExpatError",
  "xml.etree.cElementTree.ParseError": "xml.etree.ElementTree.ParseError",
  "ssl.socket_error": "socket.error",
  "urllib2.socket.error": "socket.error",
};

/** Whether `name` is `ancestor` or derives from it. */
export function derives(name: string, ancestor: string): boolean {
  for (
    let cls = exceptionClasses.get(name);
    cls;
    cls = cls.base === null ? undefined : exceptionClasses.get(cls.base)
  ) {
    if (cls.name === ancestor) return true;
  }
  return false;
}

/** A member of an exception class, its bases' included. */
export function exceptionMember(name: string, attribute: string): Entry | null {
  for (
    let cls = exceptionClasses.get(name);
    cls;
    cls = cls.base === null ? undefined : exceptionClasses.get(cls.base)
  ) {
    if (Object.hasOwn(cls.members, attribute)) return cls.members[attribute] ?? null;
  }
  return null;
}

/** What the runtime calls an attribute of an exception that a program may assign; null for any other, and for `args`, which is made a tuple. */
export function settableName(name: string, attribute: string): string | null {
  // A status is one that the program gives; a class of its own that has it has it itself.
  const entry = attribute === "args" || attribute === "status" ? null : exceptionMember(name, attribute);
  if (entry?.kind !== "value" || !entry.assign) return null;
  return attribute === "message" ? "soleArgument" : attribute;
}

/** The classes at or below `base` whose instances have an attribute, topmost only: their subclasses follow. `base` itself when all have it. */
export function holders(base: string, attribute: string): readonly string[] {
  if (exceptionMember(base, attribute)) return [base];
  const below = [...exceptionClasses.values()].filter(
    (c) => derives(c.name, base) && Object.hasOwn(c.members, attribute),
  );
  return below.filter((c) => !below.some((d) => d !== c && derives(c.name, d.name))).map((c) => c.name);
}

/** What an HTTPError has of its answer, and has not without one. */
export const answerAttributes = /^(?:read|readlines?|fileno|next|headers|url)$/;

/** The one class below `base` that has the attribute, where `base` has it not: `e.code` of a URLError that is an HTTPError. */
export function soleHolder(base: string, attribute: string): string | null {
  const found = exceptionClasses.has(base) && attribute !== "status" ? holders(base, attribute) : [];
  return found.length === 1 && found[0] !== base ? (found[0] ?? null) : null;
}

const signatures: Readonly<Record<string, string>> = {
  "urllib2.HTTPError": "url:text|none, code:int|none, msg:text|none, hdrs, fp",
  "urllib2.URLError": "reason",
};

/** An HTTPError of an answer, of a text in memory, or of None. */
function httpErrorConstructor(c: CallEmit, given: readonly ts.Expression[]): Emitted {
  const type = c.type("fp");
  const hasNone = (name: string): boolean => members(c.type(name)).some((m) => m.k === "none");
  if (hasNone("code") || hasNone("msg")) return "an HTTPError of no status";
  if (hasNone("url") && !isNone(c.node("fp"))) return "an answer of no URL";
  const HTTPError = c.runtime("http", "HTTPError");
  if (isNone(c.node("fp"))) return construct(c.runtime("http", "UnansweredHTTPError"), given.slice(0, -1));
  const [text] = given.slice(-1);
  if (type.k === "lib" && type.name === "StringIO.StringIO" && text) {
    return construct(HTTPError, [...given.slice(0, -1), method(text, "read")]);
  }
  const isAnswer = (m: Type): boolean =>
    ["poison", "unknown", "none"].includes(m.k) || (m.k === "lib" && /^urllib2\.(?:Response|HTTPError)$/.test(m.name));
  if (!members(type).every(isAnswer)) return "an HTTPError of what is no answer";
  return mayBeNone(type) ? call(c.runtime("http", "httpErrorOf"), given) : construct(HTTPError, given);
}

const mayBeNone = (type: Type): boolean => type.k === "unknown" || members(type).some((m) => m.k === "none");

/** What an exception is made from: where it is asked for again its type is not known, so that a tuple and a whole float say what they are. */
export function errorArgument(arg: ts.Expression, type: Type, runtime: CallEmit["runtime"]): ts.Expression {
  if (only(type, "tuple")) return call(runtime("python", "asTuple"), [arg]);
  return only(type, "float") ? call(runtime("python", "boxFloat"), [arg]) : arg;
}

/** Making an exception: its arguments as they are. */
export function exceptionConstructor(name: string): FunctionEntry {
  const cls = exceptionClasses.get(name);
  const params = signatures[name];
  return fn(params ?? "*args", lib(name), (c) => {
    const callee = c.runtime(cls?.barrel ?? "python", cls?.ts ?? name);
    if (!params) {
      const types = c.rest("args");
      return construct(
        callee,
        c.restTs("args").map((arg, i) => errorArgument(arg, types[i] ?? unknown, c.runtime)),
      );
    }
    const given = params.split(", ").map((p) => c.ts(p.replace(/:.*/, "")));
    if (name === "urllib2.HTTPError") return httpErrorConstructor(c, given);
    if (members(c.type("reason")).some((m) => m.k === "none")) return "a URLError without a reason";
    return construct(callee, given);
  });
}

/** A built-in exception that has nothing of its own but, perhaps, its text: any of them may be a second base. */
export const isPlainException = (name: string): boolean =>
  name.startsWith("exceptions.") &&
  !["exceptions.SyntaxError", "exceptions.UnicodeError"].includes(name) &&
  Object.keys(exceptionClasses.get(name)?.members ?? {}).length === Object.keys(common).length;
