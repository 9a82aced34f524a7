import { asciiStr, int, lib, listOf, never, none, only, str } from "../analysis/types.ts";
import { call, id, member, method, number } from "../emit/build.ts";
import { type Emitted, type Entry, fn, type InstanceType, type LibraryModule, refused, value } from "./entry.ts";

const stream = (name: "stdout" | "stderr"): InstanceType => ({
  name: `sys.${name}`,
  tsType: () => ({ type: "TSTypeReference", typeName: id("NodeJS.WriteStream") }),
  members: {
    write: fn("text:text", none, (c) => call(c.runtime("python", name === "stdout" ? "writeStdout" : "writeStderr"), [c.ts("text")])),
    flush: fn("", none, () => id("undefined")),
  },
});

const standard = (name: "stdout" | "stderr"): Entry => value(lib(`sys.${name}`), () => member(id("process"), name));

export const sys: LibraryModule = {
  name: "sys",
  members: {
    // Python's argv starts with the script, Node's with node itself.
    argv: value(
      (clock) => listOf(clock, str),
      () => method(member(id("process"), "argv"), "slice", [number(1)]),
    ),
    exit: fn("code?", never, (c): Emitted => {
      const type = c.type("code");
      if (c.has("code") && !only(type, "int", "none", "bool", "str", "unicode")) return "sys.exit() with a value of this type";
      return call(c.runtime("python", "exit"), c.has("code") ? [c.ts("code")] : []);
    }),
    stdout: standard("stdout"),
    stderr: standard("stderr"),
    stdin: value(lib("sys.stdin"), ({ runtime }) => runtime("python", "stdin")),
    platform: value(asciiStr, () => "sys.platform names the platform as Python does"),
    maxint: value(int, () => "sys.maxint does not fit a number"),
    version: value(asciiStr, () => "the version of Python"),
    version_info: value(never, () => "the version of Python"),
    exc_info: refused("sys.exc_info() has no counterpart"),
    path: refused("sys.path has no counterpart: imports are resolved when translating"),
    modules: refused("sys.modules has no counterpart"),
    setrecursionlimit: refused("the depth of the stack is Node's own"),
  },
};

const stdin: InstanceType = {
  name: "sys.stdin",
  tsType: ({ runtimeType }) => runtimeType("python", "PyFile"),
  members: {
    read: fn("", str, (c) => method(c.receiverTs, "read")),
    readline: fn("", str, (c) => method(c.receiverTs, "readline")),
    readlines: fn("", (c) => listOf(c.clock, str), (c) => method(c.receiverTs, "readlines")),
  },
  iterates: () => str,
  iterate: ({ receiverTs }) => receiverTs,
};

export const sysTypes: readonly InstanceType[] = [stream("stdout"), stream("stderr"), stdin];
