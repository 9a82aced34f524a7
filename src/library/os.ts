import {
  asciiStr,
  bool,
  dictOf,
  float,
  int,
  iterOf,
  lib,
  listOf,
  none,
  str,
  type Type,
  tupleOf,
  unicodeOrAscii,
} from "../analysis/types.ts";
import { array, assign, call, id, index, logical, member, method, nil, number, spread, string } from "../emit/build.ts";
import type * as ts from "../emit/tree.ts";
import {
  type CallEmit,
  type CallTypes,
  type Emitted,
  type Entry,
  fn,
  type FunctionEntry,
  type InstanceType,
  type LibraryModule,
  refused,
  value,
} from "./entry.ts";
import { descriptors } from "./file-descriptors.ts";
import { refusedAll } from "./refusals.ts";
import { inPlaces, parameterNames } from "./signature.ts";
import { elementOf } from "./iterable.ts";
import { only, has } from "../analysis/kinds.ts";
import { osPopen, system } from "./subprocess.ts";
import { members, union } from "../analysis/join.ts";
import { madeOf } from "./mixed-text.ts";

/** A runtime function over the arguments, in the order of `params`. */
const runtime = (feature: string, params: string, result: FunctionEntry["result"]): Entry =>
  fn(params, result, (c) => {
    return call(c.runtime("python", feature), inPlaces(c, parameterNames(params)));
  });

const process = (name: string): ts.Expression => member(id("process"), name);
const environment = process("env");
const text = (literal: string): Entry => value(asciiStr, () => string(literal));
const constant = (n: number): Entry => value(int, () => number(n));

/** A path made of others: unicode where one of them is. */
const pathLike = (c: CallTypes): Type => {
  const star = c.starType();
  const types = [...c.names().map((name) => c.type(name)), ...c.rest("rest"), ...(star ? [elementOf(c, star)] : [])];
  return madeOf(types);
};

/** A variable of any key: one that is no text is not there. */
const variable = (of: (c: CallEmit) => ts.Expression): FunctionEntry =>
  fn(
    "key, default?",
    (c) => union([str, c.has("default") ? c.type("default") : none]),
    (c): Emitted => {
      const isText = only(c.type("key"), "str", "unicode", "poison");
      if (has(c.type("key"), "list", "dict", "set"))
        return "a variable whose name cannot be hashed: Python raises TypeError";
      const found = isText ? index(of(c), c.ts("key")) : call(c.runtime("python", "variable"), [c.ts("key")]);
      return logical("??", found, c.has("default") ? c.ts("default") : nil());
    },
  );

const getenv = variable(() => environment);

export const STAT = "os.stat_result";

const processes = "other programs are not started: use node:child_process by hand";
const platform = "it depends on the system, and Node does not tell";

export const os: LibraryModule = {
  name: "os",
  members: {
    environ: value(lib("os.environ"), () => environment),
    getenv,
    remove: runtime("removeFile", "path:text!=path", none),
    unlink: runtime("removeFile", "path:text!=path", none),
    rename: runtime("renameFile", "from:text!=path, to:text!=path", none),
    mkdir: runtime("makeDirectory", "path:text!=path, mode?:int", none),
    makedirs: runtime("makeDirectories", "path:text!rfind, mode?:int", none),
    rmdir: runtime("removeDirectory", "path:text!=path", none),
    chdir: runtime("changeDirectory", "path:text!=path", none),
    chmod: runtime("changeMode", "path:text!=path, mode:int", none),
    symlink: runtime("makeSymbolicLink", "target:text, path:text", none),
    link: runtime("makeLink", "source:text, path:text", none),
    readlink: runtime("readLink", "path:text!=path", str),
    listdir: runtime("listDirectory", "path:text!=path", (c) => listOf(c.clock, pathLike(c))),
    walk: fn(
      "top:text!=path, topdown?, onerror?, followlinks?",
      (c) => {
        const name = pathLike(c);
        return iterOf(c.clock, tupleOf([name, listOf(c.clock, name), listOf(c.clock, name)]));
      },
      (c): Emitted => {
        if (c.has("onerror")) return "os.walk() with onerror";
        const flag = (name: string, otherwise: boolean): ts.Expression => {
          const node = c.node(name);
          return node ? c.truth(node) : id(String(otherwise));
        };
        const args: ts.Expression[] = [c.ts("top")];
        if (c.has("topdown") || c.has("followlinks")) args.push(flag("topdown", true));
        if (c.has("followlinks")) args.push(flag("followlinks", false));
        return call(c.runtime("python", "walk"), args);
      },
    ),
    stat: runtime("stat", "path:text!=path", lib(STAT)),
    lstat: runtime("lstat", "path:text!=path", lib(STAT)),
    strerror: runtime("errorText", "code:int", asciiStr),
    getcwd: fn("", str, () => call(process("cwd"))),
    getpid: fn("", int, () => process("pid")),
    getppid: fn("", int, () => process("ppid")),
    path: value({ k: "module", name: "os.path", local: false }, () => "os.path as a value"),
    name: value(asciiStr, ({ runtime }) => runtime("python", "osName")),
    linesep: text("\n"),
    sep: text("/"),
    curdir: text("."),
    pardir: text(".."),
    extsep: text("."),
    pathsep: text(":"),
    devnull: text("/dev/null"),
    defpath: text(":/bin:/usr/bin"),
    altsep: value(none, () => nil()),
    F_OK: constant(0),
    X_OK: constant(1),
    W_OK: constant(2),
    R_OK: constant(4),
    SEEK_SET: constant(0),
    SEEK_CUR: constant(1),
    SEEK_END: constant(2),
    EX_OK: constant(0),
    EX_USAGE: constant(64),
    EX_DATAERR: constant(65),
    EX_NOINPUT: constant(66),
    EX_NOUSER: constant(67),
    EX_NOHOST: constant(68),
    EX_UNAVAILABLE: constant(69),
    EX_SOFTWARE: constant(70),
    EX_OSERR: constant(71),
    EX_OSFILE: constant(72),
    EX_CANTCREAT: constant(73),
    EX_IOERR: constant(74),
    EX_TEMPFAIL: constant(75),
    EX_PROTOCOL: constant(76),
    EX_NOPERM: constant(77),
    EX_CONFIG: constant(78),
    access: runtime("mayAccess", "path:text!=path, mode:int", bool),
    utime: fn("path:text!=path, times:tuple|none", none, (c): Emitted => {
      const times = c.type("times");
      const isPair = (m: Type): boolean =>
        m.k === "none" || (m.k === "tuple" && m.items.length === 2 && m.items.every((t) => only(t, "int", "float")));
      if (!members(times).every(isPair)) return "os.utime() of what is no pair of times";
      return call(c.runtime("python", "setFileTimes"), [c.ts("path"), c.ts("times")]);
    }),
    system,
    popen: osPopen,
    putenv: refused("assign to os.environ, which the script itself sees as well"),
    unsetenv: refused("delete from os.environ, which the script itself sees as well"),
    urandom: refused("bytes: use randomBytes of node:crypto"),
    removedirs: refused("os.removedirs(): use os.rmdir() in a loop"),
    renames: refused("os.renames(): use os.makedirs() and os.rename()"),
    getcwdu: refused("os.getcwdu(): use os.getcwd()"),
    _exit: refused("os._exit() ends the process without writing what is buffered: use sys.exit()"),
    stat_float_times: refused("times of files are floats"),
    ...refusedAll(
      "popen2 popen3 popen4 fork forkpty execl execle execlp execlpe execv execve execvp execvpe spawnl spawnle spawnlp spawnlpe " +
        "spawnv spawnve spawnvp spawnvpe wait wait3 wait4 waitpid kill killpg abort nice setsid",
      processes,
    ),
    ...descriptors,
    ...refusedAll(
      "uname times getlogin getloadavg umask getuid geteuid getgid getegid getgroups getpgid getpgrp getsid setuid setgid seteuid setegid setreuid " +
        "setregid setgroups setpgid setpgrp chown lchown lchmod chroot statvfs sysconf sysconf_names pathconf confstr ctermid major minor makedev " +
        "initgroups getresuid getresgid WEXITSTATUS WIFEXITED WIFSIGNALED WTERMSIG WNOHANG P_WAIT P_NOWAIT TMP_MAX NGROUPS_MAX",
      platform,
    ),
  },
};

const oneOf = (feature: string, result: Type): Entry => runtime(feature, "path:text!=path", result);

export const osPath: LibraryModule = {
  name: "os.path",
  members: {
    exists: oneOf("pathExists", bool),
    lexists: oneOf("linkExists", bool),
    isfile: oneOf("isFile", bool),
    isdir: oneOf("isDirectory", bool),
    islink: oneOf("isLink", bool),
    isabs: fn("path:text!startswith", bool, (c) => method(c.ts("path"), "startsWith", [string("/")])),
    getsize: oneOf("fileSize", int),
    getmtime: oneOf("modificationTime", float),
    getatime: oneOf("accessTime", float),
    getctime: oneOf("changeTime", float),
    basename: runtime("basename", "path:text!rfind", pathLike),
    dirname: runtime("dirname", "path:text!rfind", pathLike),
    split: runtime("splitPath", "path:text!rfind", (c) =>
      // An ending that is not there is `str`.
      tupleOf([pathLike(c), has(pathLike(c), "unicode") ? union([pathLike(c), unicodeOrAscii]) : str]),
    ),
    splitext: runtime("splitExtension", "path:text!rfind", (c) =>
      // An ending that is not there is `str`.
      tupleOf([pathLike(c), has(pathLike(c), "unicode") ? union([pathLike(c), unicodeOrAscii]) : str]),
    ),
    splitdrive: refused("there are no drives on POSIX"),
    normpath: runtime("normalizePath", "path:text!startswith", pathLike),
    normcase: fn("path:text", pathLike, (c) => c.ts("path")),
    abspath: runtime("absolutePath", "path:text!startswith", pathLike),
    realpath: runtime("realPath", "path:text!startswith", pathLike),
    // What Python says of None it says after it has looked for an empty text.
    relpath: runtime("relativePath", "path:text!^, start?:text!^", (c) =>
      has(pathLike(c), "unicode") ? unicodeOrAscii : str,
    ),
    expanduser: runtime("expandUser", "path:text!startswith", pathLike),
    expandvars: runtime("expandVariables", "path:text!=iterable", pathLike),
    commonprefix: fn(
      "paths:list",
      (c) => madeOf([elementOf(c, c.type("paths"))]),
      (c) =>
        members(elementOf(c, c.type("paths"))).every((m) => only(m, "str", "unicode", "poison"))
          ? call(c.runtime("python", "commonPrefix"), [c.ts("paths")])
          : "a common beginning of what is not known to be text",
    ),
    join: fn("first?:text!endswith, *rest*:text", pathLike, (c): Emitted => {
      const star = c.starNode();
      const parts = star && only(c.typeOf(star), "list", "tuple", "sequence") ? elementOf(c, c.typeOf(star)) : none;
      const isText = [...(c.has("first") ? [c.type("first")] : []), ...c.rest("rest"), ...(star ? [parts] : [])].every(
        (t) => only(t, "str", "unicode"),
      );
      if (!isText) return "os.path.join() of parts that are not known to be text";
      const first = c.has("first") ? [c.ts("first")] : [];
      const given = [...first, ...c.restTs("rest")];
      return call(c.runtime("python", "joinPath"), star ? [...given, spread(c.translate(star))] : given);
    }),
    walk: fn(
      "top:text!=path, func:callable, arg",
      (c) => {
        c.callResult(c.type("func"), [c.type("arg"), pathLike(c), listOf(c.clock, pathLike(c))]);
        return none;
      },
      (c): Emitted => {
        const functions = members(c.type("func"));
        if (!functions.every((m) => m.k === "func" && !m.fn.async))
          return "os.path.walk() of what is no function that is done at once";
        const visit = c.handed("func", 3);
        return typeof visit === "string"
          ? visit
          : call(c.runtime("python", "visitDirectories"), [c.ts("top"), visit, c.ts("arg")]);
      },
      { runsCallbacks: true },
    ),
    ismount: refused(platform),
    samefile: refused("compare os.path.realpath() of both"),
    sameopenfile: refused("file descriptors: use open()"),
    samestat: refused("compare st_dev and st_ino"),
    sep: text("/"),
    curdir: text("."),
    pardir: text(".."),
    extsep: text("."),
    pathsep: text(":"),
    devnull: text("/dev/null"),
    defpath: text(":/bin:/usr/bin"),
    altsep: value(none, () => nil()),
    supports_unicode_filenames: value(bool, () => id("false")),
  },
};

const hasOwn = (c: CallEmit): ts.Expression => call(member(id("Object"), "hasOwn"), [c.receiverTs, c.ts("key")]);
const hashOrder = "the order of a dict of all variables: name those that are needed";

const assumeOrder = (c: Pick<CallEmit, "assume">): void =>
  c.assume("A0110", "the order of the environment's variables");

/** `keys()` and its like of all variables, by the method of the dict that they are. */
const listed = (name: string, held: Type): FunctionEntry =>
  fn(
    "",
    (c) => listOf(c.clock, held),
    (c) => {
      assumeOrder(c);
      return array([spread(method(call(c.runtime("python", "environmentDict")), name, []))]);
    },
  );

const iterated = (name: string, held: Type): FunctionEntry =>
  fn(
    "",
    (c) => iterOf(c.clock, held),
    (c) => {
      assumeOrder(c);
      return method(call(c.runtime("python", "environmentDict")), name, []);
    },
  );

/** `os.environ`: process.env, which is a plain object of strings. */
export const environ: InstanceType = {
  name: "os.environ",
  tsType: () => ({ type: "TSTypeReference", typeName: id("NodeJS.ProcessEnv") }),
  members: {
    get: variable((c) => c.receiverTs),
    has_key: fn("key:text!^", bool, hasOwn),
    __contains__: fn("key:text!^", bool, hasOwn),
    __getitem__: fn("key:text!^", str, (c) => {
      if (has(c.type("key"), "unicode")) c.assume("A0103", "an error that shows unicode as a str");
      return call(c.runtime("python", "environment"), [c.ts("key")]);
    }),
    __setitem__: fn("key:str|unicode, value:str|unicode", none, (c) =>
      assign(index(c.receiverTs, c.ts("key")), c.ts("value")),
    ),
    __delitem__: fn("key:text", none, (c) => call(c.runtime("python", "deleteVariable"), [c.ts("key")])),
    setdefault: fn("key:text, default:text", str, (c) => ({
      type: "AssignmentExpression",
      operator: "??=",
      left: index(c.receiverTs, c.ts("key")),
      right: c.ts("default"),
    })),
    copy: fn(
      "",
      (c) => dictOf(c.clock, str, str),
      (c) => call(c.runtime("python", "environmentDict")),
    ),
    keys: listed("keys", str),
    iterkeys: iterated("keys", str),
    values: listed("values", str),
    itervalues: iterated("values", str),
    items: listed("entries", tupleOf([str, str])),
    iteritems: iterated("entries", tupleOf([str, str])),
    popitem: refused(hashOrder),
    pop: refused("os.environ.pop(): read the variable and delete it"),
    update: refused("os.environ.update(): assign the variables one by one"),
    clear: refused("os.environ.clear() would also empty what Node itself reads"),
  },
  iterates: () => str,
  iterate: (c) => {
    assumeOrder(c);
    return method(call(c.runtime("python", "environmentDict")), "keys", []);
  },
};

const statField = (name: string, type: Type): readonly [string, Entry] => [
  name,
  value(type, ({ receiverTs }) => member(receiverTs, name)),
];

/** The names of what `os.stat()` gives, by index. */
export const STAT_FIELDS = "st_mode st_ino st_dev st_nlink st_uid st_gid st_size st_atime st_mtime st_ctime".split(" ");

export const statResult: InstanceType = {
  name: STAT,
  tsType: ({ runtimeType }) => runtimeType("python", "StatResult"),
  members: {
    ...Object.fromEntries([
      ..."st_mode st_ino st_dev st_nlink st_uid st_gid st_size".split(" ").map((name) => statField(name, int)),
      ..."st_atime st_mtime st_ctime".split(" ").map((name) => statField(name, float)),
    ]),
    ...refusedAll("st_blocks st_blksize st_rdev", platform),
    __getitem__: fn("index:int", int, (c): Emitted => {
      // `stat.ST_SIZE` is written as the number that it is.
      const at = c.ts("index");
      const name = at.type === "Literal" ? STAT_FIELDS[Number(at.value)] : undefined;
      if (name === undefined) return call(c.runtime("python", "statItem"), [c.receiverTs, at]);
      const field = member(c.receiverTs, name);
      return name.endsWith("time") ? call(member(id("Math"), "trunc"), [field]) : field;
    }),
  },
};
