import { int, lib, none, str, tupleOf, type Type } from "../analysis/types.ts";
import { call, number } from "../emit/build.ts";
import { type CallEmit, type Emitted, type Entry, fn, type FunctionEntry, type InstanceType, value } from "./entry.ts";
import { refusedAll } from "./refusals.ts";
import { inPlaces, parameterNames } from "./signature.ts";

/** The number of an open file: another one here than in Python, so that nothing else is done with it. */
const DESCRIPTOR = "os.descriptor";
const descriptor = lib(DESCRIPTOR);

export const descriptorType: InstanceType = {
  name: DESCRIPTOR,
  tsType: () => ({ type: "TSNumberKeyword" }),
  members: {},
};

const own = (feature: string, params: string, result: FunctionEntry["result"]): Entry =>
  fn(params, result, (c) => call(c.runtime("python", feature), inPlaces(c, parameterNames(params))));

const FLAGS: Readonly<Record<string, number>> = {
  O_RDONLY: 0,
  O_WRONLY: 1,
  O_RDWR: 2,
  O_CREAT: 0o100,
  O_EXCL: 0o200,
  O_TRUNC: 0o1000,
  O_APPEND: 0o2000,
  O_NONBLOCK: 0o4000,
};

/** `os.fsync(f.fileno())`, of which Node has no number that Python would have. */
function sync(c: CallEmit): Emitted {
  const node = c.node("fd");
  const file =
    node?.kind === "Call" && node.func.kind === "Attribute" && node.func.attr === "fileno" ? node.func : null;
  const type: Type = file ? c.typeOf(file.value) : c.type("fd");
  if (type.k !== "lib" || type.name !== (file ? "file" : DESCRIPTOR)) return "os.fsync() of what is no file";
  return call(c.runtime("python", "syncFile"), [file ? c.translate(file.value) : c.ts("fd")]);
}

/** The members of `os` that take or give file descriptors. */
export const descriptors: Readonly<Record<string, Entry>> = {
  open: own("openDescriptor", "path:text!=path, flags:int, mode?:int", descriptor),
  close: own("closeDescriptor", `fd:${DESCRIPTOR}`, none),
  read: own("readDescriptor", `fd:${DESCRIPTOR}, size:int`, str),
  write: own("writeDescriptor", `fd:${DESCRIPTOR}, text:str`, int),
  fdopen: own("fileOfDescriptor", `fd:${DESCRIPTOR}, mode?:text, ~bufsize?:int`, lib("file")),
  fsync: fn("fd", none, sync),
  ...Object.fromEntries(Object.entries(FLAGS).map(([name, flag]) => [name, value(int, () => number(flag))])),
  ...refusedAll(
    "closerange dup dup2 pipe fstat fdatasync ftruncate lseek isatty ttyname openpty fchdir fchmod fchown fstatvfs tmpfile tempnam tmpnam " +
      "mkfifo mknod",
    "file descriptors: use open()",
  ),
};

/** `tempfile.mkstemp()`. */
export const openedTemporary: Type = tupleOf([descriptor, str]);
