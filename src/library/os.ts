import { bool, int, listOf, none, str, union } from "../analysis/types.ts";
import { call, id, index, member } from "../emit/build.ts";
import { type Entry, fn, type InstanceType, type LibraryModule, value } from "./entry.ts";

const file = (feature: string, params: string, result: Parameters<typeof fn>[1]): Entry =>
  fn(params, result, (c) => {
    const names = params.split(",").map((p) => p.trim().replace(/[?:].*/, "")).filter((n) => n !== "" && c.has(n));
    return call(c.runtime("python", feature), names.map((n) => c.ts(n)));
  });

export const os: LibraryModule = {
  name: "os",
  members: {
    environ: value({ k: "lib", name: "os.environ" }, () => member(id("process"), "env")),
    getenv: fn("key:text, default?", (c) => union([str, c.has("default") ? c.type("default") : none]), (c) => ({
      type: "LogicalExpression",
      operator: "??",
      left: index(member(id("process"), "env"), c.ts("key")),
      right: c.has("default") ? c.ts("default") : { type: "Literal", value: null, raw: "null" },
    })),
    remove: file("removeFile", "path:text", none),
    unlink: file("removeFile", "path:text", none),
    rename: file("renameFile", "from:text, to:text", none),
    mkdir: file("makeDirectory", "path:text", none),
    makedirs: file("makeDirectories", "path:text", none),
    listdir: file("listDirectory", "path:text", (c) => listOf(c.clock, str)),
    getcwd: fn("", str, () => call(member(id("process"), "cwd"))),
    getpid: fn("", int, () => member(id("process"), "pid")),
    path: value({ k: "module", name: "os.path", local: false }, () => "os.path as a value"),
    linesep: value({ k: "str", ascii: true, body: null }, () => ({ type: "Literal", value: "\n", raw: '"\\n"' })),
    sep: value({ k: "str", ascii: true, body: null }, () => ({ type: "Literal", value: "/", raw: '"/"' })),
  },
};

export const osPath: LibraryModule = {
  name: "os.path",
  members: {
    exists: fn("path:text", bool, (c) => call(c.nodeImport("fs", "existsSync"), [c.ts("path")])),
    isfile: file("isFile", "path:text", bool),
    isdir: file("isDirectory", "path:text", bool),
    getsize: file("fileSize", "path:text", int),
    basename: file("basename", "path:text", (c) => (c.type("path").k === "unicode" ? c.type("path") : str)),
    dirname: file("dirname", "path:text", (c) => (c.type("path").k === "unicode" ? c.type("path") : str)),
    join: fn("first:text, *rest", str, (c) => call(c.runtime("python", "joinPath"), [c.ts("first"), ...c.restTs("rest")])),
  },
};

/** `os.environ`: process.env, which is a plain object of strings. */
export const environ: InstanceType = {
  name: "os.environ",
  tsType: () => ({ type: "TSTypeReference", typeName: id("NodeJS.ProcessEnv") }),
  members: {
    get: fn("key:text, default?", (c) => union([str, c.has("default") ? c.type("default") : none]), (c) => ({
      type: "LogicalExpression",
      operator: "??",
      left: index(c.receiverTs, c.ts("key")),
      right: c.has("default") ? c.ts("default") : { type: "Literal", value: null, raw: "null" },
    })),
    has_key: fn("key:text", bool, (c) => call(member(id("Object"), "hasOwn"), [c.receiverTs, c.ts("key")])),
    __contains__: fn("key:text", bool, (c) => call(member(id("Object"), "hasOwn"), [c.receiverTs, c.ts("key")])),
    __getitem__: fn("key:text", str, (c) => call(c.runtime("python", "environment"), [c.ts("key")])),
  },
};

