import { expect, test } from "vitest";
import { scanImports, usesNetwork } from "../../src/discover/import-scan.ts";

const modules = (text: string) =>
  scanImports(text).flatMap(({ level, module, names }) => {
    const from = ".".repeat(level) + module;
    return names.length === 0 ? [from] : names.map((name) => `${from}:${name}`);
  });

const cases: readonly (readonly [string, readonly string[]])[] = [
  ["import a", ["a"]],
  ["import a.b as c, d", ["a.b", "d"]],
  ["  import a ; import b", ["a", "b"]],
  ["try: import a\nexcept ImportError: import b", ["a", "b"]],
  ["from a import b", ["a:b"]],
  ["from a import (b, c as d,  # why\n  e)", ["a:b", "a:c", "a:e"]],
  ["from a import b, \\\n    c", ["a:b", "a:c"]],
  ["from . import b", [".:b"]],
  ["from .. import b", ["..:b"]],
  ["from ..a.c import b as x", ["..a.c:b"]],
  ["from .a import *", [".a"]],
  ["if x: from a import b; import c", ["c", "a:b"]],
  ["m = __import__('a.b')", ["a.b"]],
  ['importlib.import_module( "a" )', ["a"]],
  ["import\ta", ["a"]],
  ["important = 1\nreimport(a)", []],
  ["x = 1  # nothing", []],
];

test.each(cases)("%j", (text, expected) => {
  expect(modules(text).sort()).toEqual([...expected].sort());
});

test("a tab or carriage return ends no name", () => {
  expect(modules("import a\r\nfrom b import c\r\n").sort()).toEqual(["a", "b:c"]);
});

const networking = [
  "import urllib2",
  "import os, urllib2 as u",
  "from urllib import urlencode",
  "import httplib",
  "from urllib.request import urlopen",
  "import http.client",
  "from http import client",
  "from six.moves import urllib",
  "from six.moves.urllib.request import urlopen",
  "import six.moves.urllib.parse",
  "import six\nsix.moves.urllib.request.urlopen(u)",
  "try:\n    import urllib2\nexcept ImportError:\n    pass",
];
const others = [
  "import urllib3",
  "import http.server",
  "from http import cookies",
  "import six\nsix.moves.range(3)",
  "from . import urllib2",
  "import requests",
  "",
];

test.each(networking)("%j uses the network modules", (text) => expect(usesNetwork(text)).toBe(true));
test.each(others)("%j does not", (text) => expect(usesNetwork(text)).toBe(false));
