import type * as py from "../python/ast.ts";
import { type Type, asciiStr, bool, int, lib, listOf, long, never, none, str, tupleOf } from "../analysis/types.ts";
import { array, bigint, binary, call, id, member, method, number, string } from "../emit/build.ts";
import { refusedAll } from "./refusals.ts";
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
import { describe } from "../analysis/describe.ts";
import { has, only } from "../analysis/kinds.ts";

/** What `sys.exc_info()[0]` gives. */
export const CAUGHT = "sys.exc_type";

/** Unicode beyond ASCII is written to a terminal alone. */
function assumeTerminal(c: CallEmit, type: Type, node: py.Expression | null): void {
  const isAscii = node?.kind === "Str" && /^[\0-\x7f]*$/.test(node.value);
  if (has(type, "unicode", "json") && !isAscii) c.assume("A0104", "unicode text is written to a standard stream");
}

const stream = (name: "stdout" | "stderr"): InstanceType => ({
  name: `sys.${name}`,
  tsType: () => ({ type: "TSTypeReference", typeName: id("NodeJS.WriteStream") }),
  members: {
    write: fn("text:text", none, (c) => {
      assumeTerminal(c, c.type("text"), c.node("text"));
      return call(c.runtime("python", name === "stdout" ? "writeStdout" : "writeStderr"), [c.ts("text")]);
    }),
    writelines: fn("lines:list", none, (c) => {
      const lines = c.type("lines");
      if (lines.k === "list") assumeTerminal(c, lines.elem.type, null);
      return method(c.ts("lines"), "forEach", [c.runtime("python", name === "stdout" ? "writeStdout" : "writeStderr")]);
    }),
    flush: fn("", none, () => id("undefined")),
    isatty: fn("", bool, (c) => binary("===", member(c.receiverTs, "isTTY"), id("true"))),
    fileno: fn("", int, () => number(name === "stdout" ? 1 : 2)),
    encoding: refused("the encoding of the terminal: the translation writes UTF-8"),
    close: refused("closing a standard stream"),
    softspace: refused("the blank between two prints"),
  },
});

const standard = (name: "stdout" | "stderr"): Entry => value(lib(`sys.${name}`), () => member(id("process"), name));

export const sys: LibraryModule = {
  name: "sys",
  members: {
    argv: value(
      (clock) => listOf(clock, str),
      ({ runtime, assume, showsFirst }) => {
        if (showsFirst()) assume("A0116", "the first item of sys.argv is the TypeScript file");
        return runtime("python", "argv");
      },
    ),
    exit: fn("code?", never, (c): Emitted => {
      const type = c.type("code");
      if (c.has("code") && !only(type, "int", "none", "bool", "str", "unicode"))
        return `sys.exit() with ${describe(type)}`;
      assumeTerminal(c, type, c.node("code"));
      return call(c.runtime("python", "exit"), c.has("code") ? [c.ts("code")] : []);
    }),
    stdout: standard("stdout"),
    stderr: standard("stderr"),
    stdin: value(lib("sys.stdin"), ({ runtime }) => runtime("python", "stdin")),
    platform: value(asciiStr, ({ runtime }) => runtime("python", "platformName")),
    version_info: value(tupleOf([int, int, int, asciiStr, int]), () =>
      array([number(2), number(7), number(18), string("final"), number(0)]),
    ),
    hexversion: value(int, () => number(0x020712f0)),
    maxunicode: value(int, () => number(0x10ffff)),
    exc_info: fn("", tupleOf([lib(CAUGHT), lib("exceptions.BaseException"), none]), (c): Emitted => {
      const caught = c.caught();
      return caught
        ? call(c.runtime("python", "caughtNow"), [caught])
        : "exc_info() outside of an except clause, where it is not known what was raised";
    }),
    getdefaultencoding: fn("", asciiStr, () => string("ascii")),
    setdefaultencoding: refused("delete the line: the translation takes and writes text as UTF-8"),
    maxint: value(long, () => bigint(2n ** 63n - 1n)),
    maxsize: value(long, () => bigint(2n ** 63n - 1n)),
    ...refusedAll(
      "version subversion copyright api_version executable prefix exec_prefix flags float_info long_info",
      "it describes CPython",
    ),
    ...refusedAll(
      "exc_clear exc_type exc_value exc_traceback last_type last_value last_traceback",
      "what is caught has a name in its catch clause",
    ),
    path: value({ k: "module", name: "sys.path", local: false }, () => "sys.path as a value"),
    ...refusedAll(
      "path_hooks path_importer_cache meta_path builtin_module_names",
      "imports are resolved when translating",
    ),
    ...refusedAll(
      "modules call_tracing callstats float_repr_style getdlopenflags setdlopenflags py3kwarning _getframe _current_frames settrace setprofile gettrace getprofile",
      "Node shows a program nothing of its own inside",
    ),
    ...refusedAll(
      "getrefcount getsizeof getcheckinterval setcheckinterval getrecursionlimit",
      "it is CPython's own affair",
    ),
    ...refusedAll("excepthook displayhook exitfunc __excepthook__ __displayhook__", "use process.on in Node"),
    __stdout__: standard("stdout"),
    __stderr__: standard("stderr"),
    __stdin__: value(lib("sys.stdin"), ({ runtime }) => runtime("python", "stdin")),
    ...refusedAll(
      "getfilesystemencoding byteorder warnoptions dont_write_bytecode",
      "it depends on the system and how Python was started",
    ),
    setrecursionlimit: refused("the depth of the stack is Node's own"),
  },
};

const stdin: InstanceType = {
  name: "sys.stdin",
  tsType: ({ runtimeType }) => runtimeType("python", "PyFile"),
  members: {
    read: fn("", str, (c) => method(c.receiverTs, "read")),
    readline: fn("", str, (c) => method(c.receiverTs, "readline")),
    readlines: fn(
      "",
      (c) => listOf(c.clock, str),
      (c) => method(c.receiverTs, "readlines"),
    ),
    isatty: fn("", bool, () => binary("===", member(member(id("process"), "stdin"), "isTTY"), id("true"))),
    fileno: fn("", int, () => number(0)),
    close: refused("closing a standard stream"),
  },
  iterates: () => str,
  iterate: ({ receiverTs }) => receiverTs,
};

/** A place that Python would look for modules in: the translation has found them already. What the place is made from still runs. */
const searched = (params: string): Entry =>
  fn(params, none, (c) => {
    c.assume("A0119", "imports are resolved when translating");
    const node = c.node("path");
    return node && only(c.type("path"), "str", "unicode") && isPure(node) ? id("undefined") : c.ts("path");
  });

/** Text that is only put together: names, literals, `+`, `%` and functions of os.path. */
function isPure(node: py.Expression): boolean {
  switch (node.kind) {
    case "Str":
    case "Name":
      return true;
    case "Attribute":
      return isPure(node.value);
    case "BinOp":
      return node.op === "+" && isPure(node.left) && isPure(node.right);
    case "Call":
      return (
        isOsPath(node.func) && node.keywords.length === 0 && !node.starargs && !node.kwargs && node.args.every(isPure)
      );
    default:
      return false;
  }
}

const isOsPath = (node: py.Expression): boolean =>
  node.kind === "Attribute" &&
  /^(join|dirname|basename|abspath|realpath|normpath|expanduser)$/.test(node.attr) &&
  node.value.kind === "Attribute" &&
  node.value.attr === "path";

/** `sys.path`, as far as it says where modules are looked for. */
export const sysPath: LibraryModule = {
  name: "sys.path",
  members: {
    append: searched("path"),
    insert: searched("~at:int, path"),
    ...refusedAll("extend remove pop index count reverse sort", "imports are resolved when translating"),
  },
};

/** The class of what was caught. */
const caughtType: InstanceType = {
  name: CAUGHT,
  hasText: true,
  tsType: ({ runtimeType }) => runtimeType("python", "CaughtType"),
  members: { __name__: value(asciiStr, ({ receiverTs }) => member(receiverTs, "name")) },
};

export const sysTypes: readonly InstanceType[] = [stream("stdout"), stream("stderr"), stdin, caughtType];
