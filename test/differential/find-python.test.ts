import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { findPython } from "../../src/verify/find-python.ts";

const folder = mkdtempSync(join(tmpdir(), "find-python-"));
afterAll(() => rmSync(folder, { recursive: true }));

/** An interpreter that answers with one line. */
function fake(path: string, answer: string, status = 0): string {
  const file = join(folder, path);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, `#!/bin/sh\nprintf %s '${answer}'\nexit ${status}\n`);
  chmodSync(file, 0o755);
  return file;
}

const chosen = fake("chosen/python", "2.7.3 /opt/my python/python2.7");
const python3 = fake("three/python2.7", "3.12.1 /usr/bin/python3");
const shim = fake("shims/python2.7", "", 127);
fake("pyenv/versions/2.7.18/bin/python2.7", "2.7.18 /pyenv/python2.7");
fake("pyenv/versions/3.12.1/bin/python2.7", "2.7.99 /never/asked");
fake("path/python2.7", "2.7.17 /usr/bin/python2.7");
const nowhere = join(folder, "nowhere");
const pyenv = join(folder, "pyenv");

test.each([
  ["PYTHON27 first", { PYTHON27: chosen, PATH: join(folder, "path"), PYENV_ROOT: pyenv }, "2.7.3"],
  ["then the PATH", { PATH: join(folder, "path"), PYENV_ROOT: pyenv }, "2.7.17"],
  ["then pyenv, behind a shim that does not start", { PATH: dirname(shim), PYENV_ROOT: pyenv }, "2.7.18"],
  ["no other Python by that name", { PATH: dirname(python3), PYENV_ROOT: pyenv }, "2.7.18"],
  ["nothing", { PATH: nowhere, PYENV_ROOT: nowhere }, null],
  ["nothing for a PYTHON27 that is not there", { PYTHON27: nowhere, PATH: nowhere, PYENV_ROOT: nowhere }, null],
])("finds %s", async (_, env, version) => {
  expect((await findPython(env))?.version ?? null).toBe(version);
});

test("gives the interpreter behind the name", async () => {
  expect((await findPython({ PYTHON27: chosen }))?.executable).toBe("/opt/my python/python2.7");
});
