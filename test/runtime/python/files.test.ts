import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { BaseException } from "../../../src/runtime/python/exceptions/BaseException.ts";
import { IOError } from "../../../src/runtime/python/exceptions/IOError.ts";
import { openFile } from "../../../src/runtime/python/files/openFile.ts";
import type { PyFile } from "../../../src/runtime/python/files/PyFile.ts";
import { decodeText } from "../../../src/runtime/python/text/decodeText.ts";
import { encodeText } from "../../../src/runtime/python/text/encodeText.ts";
import { recorded } from "./decode.ts";

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
    return error instanceof IOError ? [error.errno, error.strerror, error.filename] : String(error);
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
