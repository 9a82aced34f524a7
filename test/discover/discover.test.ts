import { execFileSync } from "node:child_process";
import { symlink } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { discover, type DiscoverOptions } from "../../src/discover/discover.ts";
import { folderWith } from "../cli/run-main.ts";

const net = "import urllib2\n";

async function found(cwd: string, paths: readonly string[] = ["."], options: DiscoverOptions = {}) {
  const { files, skipped, unreadable } = await discover(paths, cwd, options);
  return {
    files: files.map((file) => file.path),
    skipped: Object.fromEntries(skipped.map(({ path, reason }) => [path, reason])),
    unreadable: unreadable.map((file) => file.path),
  };
}

const repo = {
  "main.py": "import urllib2, lib.client\nimport sibling\n",
  "sibling.py": "x = 1\n",
  "lib/__init__.py": "",
  "lib/client.py": "from . import deep\nfrom .sub.parser import parse\n",
  "lib/deep.py": "",
  "lib/unused.py": "",
  "lib/sub/__init__.py": "",
  "lib/sub/parser.py": "",
  "lonely.py": "import os\n",
  "bin/sync": "#!/usr/bin/env python2.7\nimport urllib2\n",
  "bin/other": "#!/bin/sh\necho python\n",
  README: "import urllib2\n",
  "old.pyc": "\x03",
  "node_modules/gyp/a.py": net,
  "env/lib/site-packages/b.py": net,
};

const expected = {
  files: [
    "bin/sync",
    "lib/__init__.py",
    "lib/client.py",
    "lib/deep.py",
    "lib/sub/__init__.py",
    "lib/sub/parser.py",
    "main.py",
    "sibling.py",
  ],
  skipped: {
    "env/lib/site-packages/b.py": "in site-packages, which holds other people's code",
    "lib/unused.py": "does not use urllib2, directly or through an import, and no such file imports it",
    "lonely.py": "does not use urllib2, directly or through an import, and no such file imports it",
    "node_modules/gyp/a.py": "in node_modules, which holds other people's code",
    "old.pyc": "compiled Python",
  },
  unreadable: [],
};

test("users of urllib2 and what they import are in scope; every other Python file has its reason", async () => {
  const cwd = await folderWith(repo);
  expect(await found(cwd)).toEqual(expected);
});

test("a script that reaches urllib2 through a module of its own is in scope, with what it imports", async () => {
  const cwd = await folderWith({
    "nightly.py": "from lib import fetcher\nimport settings\n",
    "lib/fetcher.py": net,
    "settings.py": "",
    "weekly.py": "import nightly\n",
    "other.py": "import settings\n",
  });
  const { files, skipped } = await found(cwd);
  expect(files).toEqual(["lib/fetcher.py", "nightly.py", "settings.py", "weekly.py"]);
  expect(Object.keys(skipped)).toEqual(["other.py"]);
});

test("the same inside a git work tree, tracked or not", async () => {
  const cwd = await folderWith(repo);
  execFileSync("git", ["init", "-q"], { cwd });
  execFileSync("git", ["add", "main.py", "lib", "old.pyc"], { cwd });
  expect(await found(cwd)).toEqual(expected);
});

const ignoring = {
  ".gitignore": "/build/\n*.gen.py\n!keep.gen.py\n",
  "a.py": net,
  "a.gen.py": net,
  "keep.gen.py": net,
  "build/b.py": net,
  "sub/.gitignore": "local.py\n!inner.gen.py\n",
  "sub/local.py": net,
  "sub/inner.gen.py": net,
  "sub/build/c.py": net,
  "local.py": net,
};

test("without git the ignore rules are git's own", async () => {
  const plain = await folderWith(ignoring);
  const versioned = await folderWith(ignoring);
  execFileSync("git", ["init", "-q"], { cwd: versioned });
  const { files } = await found(plain);
  expect(files).toEqual(["a.py", "keep.gen.py", "local.py", "sub/build/c.py", "sub/inner.gen.py"]);
  expect((await found(versioned)).files).toEqual(files);
});

test("a folder that git ignores is read when it is named", async () => {
  const cwd = await folderWith(ignoring);
  execFileSync("git", ["init", "-q"], { cwd });
  expect((await found(cwd, ["build"])).files).toEqual(["build/b.py"]);
});

test("a file named by itself is in scope whatever it imports, and brings the local modules that it imports", async () => {
  const cwd = await folderWith({
    "tools/a.py": "import b, json\nfrom pkg import part\n",
    "tools/b.py": "import deeper\n",
    "tools/deeper.py": "",
    "tools/pkg/__init__.py": "",
    "tools/pkg/part.py": "from . import sibling\n",
    "tools/pkg/sibling.py": "import a\n",
    "tools/pkg/other.py": net,
    "tools/script": "print 1\n",
  });
  expect(await found(cwd, ["tools/a.py"])).toEqual({
    files: [
      "tools/a.py",
      "tools/b.py",
      "tools/deeper.py",
      "tools/pkg/__init__.py",
      "tools/pkg/part.py",
      "tools/pkg/sibling.py",
    ],
    skipped: {},
    unreadable: [],
  });
  expect((await found(cwd, ["tools/script"])).files).toEqual(["tools/script"]);
});

test("a file named beside its folder keeps the folder's names", async () => {
  const cwd = await folderWith({ "jobs/sub/a.py": "", "jobs/b.py": net });
  const { files } = await discover(["jobs", "jobs/sub/a.py"], cwd);
  expect(files.map(({ path, module, root }) => [path, module, root])).toEqual([
    ["jobs/b.py", "b", 0],
    ["jobs/sub/a.py", "sub.a", 0],
  ]);
});

test("a pipe is not read", async () => {
  const cwd = await folderWith({ "a.py": net });
  execFileSync("mkfifo", ["pipe.py", "pipe"], { cwd });
  expect(await found(cwd)).toEqual({ files: ["a.py"], skipped: {}, unreadable: ["pipe.py"] });
  expect((await found(cwd, ["pipe"])).unreadable).toEqual(["pipe"]);
});

test("--all takes every Python file", async () => {
  const cwd = await folderWith(repo);
  const { files, skipped } = await found(cwd, ["."], { all: true });
  expect(files).toContain("lonely.py");
  expect(Object.keys(skipped)).toEqual(["env/lib/site-packages/b.py", "node_modules/gyp/a.py", "old.pyc"]);
});

test("--include and --exclude match the path from here or from the argument", async () => {
  const cwd = await folderWith({ "jobs/a/x.py": net, "jobs/b/x.py": net, "jobs/b/y.py": net });
  const files = async (options: DiscoverOptions, argument = "jobs") => (await found(cwd, [argument], options)).files;
  expect(await files({ exclude: ["jobs/b"] })).toEqual(["jobs/a/x.py"]);
  expect(await files({ exclude: ["/b/"] })).toEqual(["jobs/a/x.py"]);
  expect(await files({ include: ["x.py"], exclude: ["a"] })).toEqual(["jobs/b/x.py"]);
  expect((await found(cwd, ["jobs"], { include: ["y.py"] })).skipped["jobs/a/x.py"]).toBe("not named by --include");
});

test("modules are named from the path argument", async () => {
  const cwd = await folderWith({
    "jobs/__init__.py": net,
    "jobs/feeds/__init__.py": net,
    "jobs/feeds/pull.py": net,
    "jobs/my-script.py": net,
  });
  const named = async (argument: string) =>
    Object.fromEntries((await discover([argument], cwd)).files.map((file) => [file.path, file.module]));
  expect(await named("jobs")).toEqual({
    "jobs/__init__.py": "",
    "jobs/feeds/__init__.py": "feeds",
    "jobs/feeds/pull.py": "feeds.pull",
    "jobs/my-script.py": "my-script",
  });
  expect(await named("jobs/feeds/pull.py")).toEqual({ "jobs/feeds/pull.py": "pull" });
});

test("links: into the tree they are skipped, out of it they are files, to nothing they are unreadable", async () => {
  const cwd = await folderWith({ "tree/a.py": net, "elsewhere/b.py": net });
  await symlink("a.py", join(cwd, "tree/same.py"));
  await symlink("../elsewhere/b.py", join(cwd, "tree/b.py"));
  await symlink("nothing.py", join(cwd, "tree/nothing.py"));
  await symlink("loop.py", join(cwd, "tree/loop.py"));
  expect(await found(cwd, ["tree"])).toEqual({
    files: ["tree/a.py", "tree/b.py"],
    skipped: { "tree/same.py": "a link to another file of the tree" },
    unreadable: ["tree/loop.py", "tree/nothing.py"],
  });
});

test("a tracked file that is deleted is not listed", async () => {
  const cwd = await folderWith({ "a.py": net, "b.py": net });
  execFileSync("git", ["init", "-q"], { cwd });
  execFileSync("git", ["add", "."], { cwd });
  execFileSync("rm", ["b.py"], { cwd });
  expect((await found(cwd)).files).toEqual(["a.py"]);
});

test("the same file under two arguments is one file", async () => {
  const cwd = await folderWith({ "jobs/a.py": net });
  expect((await found(cwd, ["jobs", ".", "jobs/a.py"])).files).toEqual(["jobs/a.py"]);
});
