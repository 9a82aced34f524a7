import { ANSWERS, answerOrElse, isAnswer } from "./answers.ts";
import { lib, none, str } from "../analysis/types.ts";
import { call, method, object } from "../emit/build.ts";
import type * as ts from "../emit/tree.ts";
import { type CallEmit, type Emitted, type Entry, fn, type LibraryModule, refused } from "./entry.ts";
import { openedTemporary } from "./file-descriptors.ts";
import { refusedAll } from "./refusals.ts";
import { members, union } from "../analysis/join.ts";
import { has } from "../analysis/kinds.ts";

const copying = (feature: string): Entry =>
  fn("src:text!=path, dst:text!=path", none, (c) => {
    if (has(union([c.type("src"), c.type("dst")]), "unicode"))
      c.assume("A0103", "an error that shows a path of unicode as a str");
    return call(c.runtime("python", feature), [c.ts("src"), c.ts("dst")]);
  });

export const shutil: LibraryModule = {
  name: "shutil",
  members: {
    copyfile: copying("copyContents"),
    copy: copying("copyFile"),
    copy2: copying("copyFileAndTimes"),
    copymode: copying("copyMode"),
    move: copying("movePath"),
    rmtree: fn("path:text!=path, ignore_errors?, onerror?", none, (c): Emitted => {
      if (c.has("onerror")) return "rmtree() with onerror";
      const ignore = c.node("ignore_errors");
      return call(c.runtime("python", "removeTree"), ignore ? [c.ts("path"), c.truth(ignore)] : [c.ts("path")]);
    }),
    copyfileobj: fn(
      `fsrc:file|StringIO.StringIO|${ANSWERS.join("|")}, fdst:file|StringIO.StringIO, length?:int`,
      none,
      (c): Emitted => {
        const to = c.type("fdst");
        if (members(c.type("fsrc")).some(isAnswer) && (to.k !== "lib" || to.name !== "file"))
          return "copyfileobj() of a response to what is no file";
        const length = c.has("length") ? [c.ts("length")] : [];
        return answerOrElse(
          c,
          "fsrc",
          (fsrc) => call(c.runtime("http", "copyResponse"), [fsrc, c.ts("fdst"), ...length]),
          (fsrc) => method(c.ts("fdst"), "write", [method(fsrc, "read")]),
        );
      },
      { async: true, waitsFor: { parameter: "fsrc", types: ANSWERS } },
    ),
    copytree: copying("copyTree"),
    copystat: copying("copyModeAndTimes"),
    ...refusedAll("ignore_patterns", "what copytree() leaves out: copy the files one by one"),
    ...refusedAll(
      "make_archive get_archive_formats register_archive_format unregister_archive_format",
      "archives: use the npm package tar",
    ),
    ...refusedAll("ExecError SpecialFileError", "errors of what is not translated"),
  },
};

const OPTIONS = "suffix?:text, prefix?:text, dir?:text|none";

const options = (c: CallEmit, more: readonly (readonly [string, ts.Expression])[] = []): ts.Expression[] => {
  const named = ["suffix", "prefix", "dir"].filter((n) => c.has(n)).map((n) => [n, c.ts(n)] as const);
  return named.length + more.length > 0 ? [object([...named, ...more])] : [];
};

const file = (emitRemove: boolean): Entry =>
  fn(
    `mode?:text, ~bufsize?:int, ${OPTIONS}, ${emitRemove ? "delete?" : ""}`.replace(/, $/, ""),
    lib("file"),
    (c): Emitted => {
      const mode = c.node("mode");
      if (mode && !(mode.kind === "Str" && /^[wr]b?\+b?$|^wb?$/.test(mode.value)))
        return "a temporary file of this mode";
      const remove = emitRemove ? c.node("delete") : null;
      const settings = options(c, remove ? [["remove", c.truth(remove)]] : []);
      return { type: "NewExpression", callee: c.runtime("python", "TemporaryFile"), arguments: settings };
    },
  );

export const tempfile: LibraryModule = {
  name: "tempfile",
  members: {
    gettempdir: fn("", str, (c) => call(c.runtime("python", "temporaryFolder"))),
    mkdtemp: fn(OPTIONS, str, (c) => call(c.runtime("python", "makeTemporaryFolder"), options(c))),
    mktemp: fn(OPTIONS, str, (c) => call(c.runtime("python", "temporaryPath"), options(c))),
    NamedTemporaryFile: file(true),
    TemporaryFile: file(false),
    mkstemp: fn(`${OPTIONS}, ~text?`, openedTemporary, (c) =>
      call(c.runtime("python", "makeTemporaryFile"), options(c)),
    ),
    SpooledTemporaryFile: refused("use TemporaryFile()"),
    ...refusedAll("gettempprefix tempdir template TMP_MAX", "a part of tempfile itself"),
  },
};
