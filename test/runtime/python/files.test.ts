import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { BaseException } from "../../../src/runtime/python/exceptions/BaseException.ts";
import { EnvironmentError } from "../../../src/runtime/python/exceptions/EnvironmentError.ts";
import { basename } from "../../../src/runtime/python/files/basename.ts";
import { dirname } from "../../../src/runtime/python/files/dirname.ts";
import { fileSize } from "../../../src/runtime/python/files/fileSize.ts";
import { isDirectory } from "../../../src/runtime/python/files/isDirectory.ts";
import { isFile } from "../../../src/runtime/python/files/isFile.ts";
import { joinPath } from "../../../src/runtime/python/files/joinPath.ts";
import { listDirectory } from "../../../src/runtime/python/files/listDirectory.ts";
import { makeDirectories } from "../../../src/runtime/python/files/makeDirectories.ts";
import { makeDirectory } from "../../../src/runtime/python/files/makeDirectory.ts";
import { removeFile } from "../../../src/runtime/python/files/removeFile.ts";
import { renameFile } from "../../../src/runtime/python/files/renameFile.ts";
import { openFile } from "../../../src/runtime/python/files/openFile.ts";
import type { PyFile } from "../../../src/runtime/python/files/PyFile.ts";
import { decodeText } from "../../../src/runtime/python/text/decodeText.ts";
import { encodeText } from "../../../src/runtime/python/text/encodeText.ts";
import { recorded } from "./decode.ts";
import { replay } from "./replay.ts";

const folder = mkdtempSync(join(tmpdir(), "files-"));
afterAll(() => rmSync(folder, { recursive: true }));

interface Step {
  name: "read" | "readline" | "readlines" | "lines" | "write" | "writelines" | "seek" | "tell" | "close" | "flush";
  args: never[];
  outcome: unknown;
}

function run(file: PyFile, { name, args }: Step): unknown {
  const method: (...args: never[]) => unknown = name === "lines" ? () => [...file] : file[name].bind(file);
  try {
    return { result: method(...args) ?? null };
  } catch (error) {
    if (error instanceof BaseException) return { error: [error.name, String(error)] };
    throw error;
  }
}

test("files read and write as CPython's", () => {
  const path = join(folder, "file");
  for (const row of recorded<{ mode: string; content: string; steps: Step[]; left: string }>("files")) {
    writeFileSync(path, encodeText(row.content));
    const file = openFile(path, row.mode);
    const outcomes = row.steps.map((step) => run(file, step));
    file.close();
    const shown = JSON.stringify({ ...row, content: row.content.slice(0, 40), left: "" }).slice(0, 1000);
    expect.soft(outcomes, shown).toEqual(row.steps.map((step) => step.outcome));
    expect.soft(decodeText(readFileSync(path)), shown).toBe(row.left);
  }
});

function failure(call: () => unknown): unknown {
  try {
    return call();
  } catch (error) {
    return error instanceof EnvironmentError ? [error.errno, error.strerror, error.filename] : String(error);
  }
}

test("what cannot be opened is an IOError of the system", () => {
  const missing = join(folder, "none", "x");
  writeFileSync(join(folder, "plain"), "");
  expect(failure(() => openFile(missing))).toEqual([2, "No such file or directory", missing]);
  expect(failure(() => openFile(folder))).toEqual([21, "Is a directory", folder]);
  expect(failure(() => openFile(folder, "w"))).toEqual([21, "Is a directory", folder]);
  expect(failure(() => openFile(join(folder, "plain", "x")))).toEqual([
    20,
    "Not a directory",
    join(folder, "plain", "x"),
  ]);
  expect(failure(() => openFile(folder, "x"))).toBe("mode string must begin with one of 'r', 'w', 'a' or 'U', not 'x'");
  expect(failure(() => openFile(folder, ""))).toBe("empty mode string");
});

test("bytes are read and written as they are", () => {
  const path = join(folder, "bytes");
  const file = openFile(path, "wb");
  file.write(Uint8Array.of(0, 255, 13, 10));
  file.close();
  expect(openFile(path, "rb").readBytes()).toEqual(Uint8Array.of(0, 255, 13, 10));
});

test("a file longer than what is read at once", () => {
  const path = join(folder, "long");
  const lines = ["x".repeat(70_000), "é".repeat(70_000), "end\r", "last"];
  writeFileSync(path, lines.join("\n"));
  expect([...openFile(path)]).toEqual(lines.map((line, index) => (index < 3 ? `${line}\n` : line)));
  const file = openFile(path);
  expect(file.read(65_536) + file.readline() + file.read()).toBe(lines.join("\n"));
  writeFileSync(path, `${"x".repeat(65_535)}\r\ny\r`);
  expect([...openFile(path, "U")]).toEqual([`${"x".repeat(65_535)}\n`, "y\n"]);
});

test("paths are put together and taken apart as by os.path", () => {
  replay("paths", { joinPath, basename, dirname });
});

test("directories are made, listed and emptied as by os", () => {
  const base = join(folder, "tree");
  makeDirectories(join(base, "a", "b/"));
  makeDirectory(join(base, "c"));
  writeFileSync(join(base, "file"), "12345");
  expect(listDirectory(base).toSorted()).toEqual(["a", "c", "file"]);
  expect([isFile(join(base, "file")), isFile(base), isFile(join(base, "none"))]).toEqual([true, false, false]);
  expect([isDirectory(base), isDirectory(join(base, "file")), isDirectory(join(base, "none"))]).toEqual([
    true,
    false,
    false,
  ]);
  expect(fileSize(join(base, "file"))).toBe(5);
  renameFile(join(base, "file"), join(base, "moved"));
  removeFile(join(base, "moved"));
  expect(failure(() => removeFile(join(base, "moved")))).toEqual([2, "No such file or directory", join(base, "moved")]);
  expect(failure(() => renameFile(join(base, "x"), join(base, "y")))).toEqual([2, "No such file or directory", null]);
  expect(failure(() => makeDirectory(join(base, "c")))).toEqual([17, "File exists", join(base, "c")]);
  expect(failure(() => makeDirectories(join(base, "a", "b")))).toEqual([17, "File exists", join(base, "a", "b")]);
  expect(failure(() => listDirectory(join(base, "x")))).toEqual([2, "No such file or directory", join(base, "x")]);
  expect(failure(() => fileSize(join(base, "x")))).toEqual([2, "No such file or directory", join(base, "x")]);
});
