import { expect, test } from "vitest";
import type { DiscoveredFile } from "../../src/discover/discovered.ts";
import { connectedComponents, importGraph, reachable } from "../../src/discover/import-graph.ts";
import { moduleName } from "../../src/discover/python-file.ts";

/** Which files each file imports, by path; a path is `root:path-in-root`, root 0 if not said. */
function graphOf(texts: Readonly<Record<string, string>>) {
  const files = Object.keys(texts).map((key): DiscoveredFile => {
    const [inRoot = "", root = "0"] = key.split(":").toReversed();
    return {
      path: key,
      absolute: key,
      root: Number(root),
      inRoot,
      module: moduleName(inRoot),
      bytes: new Uint8Array(),
    };
  });
  const graph = importGraph(files, Object.values(texts));
  const names = files.map((file) => file.path);
  return { graph, names, imports: (path: string) => graph[names.indexOf(path)]!.map((index) => names[index]!) };
}

test.each([
  ["a module at the root", "a.py", "import b", ["b.py"]],
  ["a package and the module in it", "a.py", "import p.m", ["p/__init__.py", "p/m.py"]],
  ["a submodule by its name in a from import", "a.py", "from p import m", ["p/__init__.py", "p/m.py"]],
  ["a sibling, as Python 2 finds it inside a package", "p/n.py", "import m", ["p/m.py"]],
  ["a sibling script's folder that is no package", "s/x.py", "import y", ["s/y.py"]],
  ["a relative sibling", "p/n.py", "from . import m", ["p/__init__.py", "p/m.py"]],
  ["a relative import of the package above", "p/q/k.py", "from ..m import f", ["p/m.py"]],
  ["a module named with the root folder's own name", "a.py", "from repo.p.m import f", ["p/__init__.py", "p/m.py"]],
  ["nothing for the standard library", "a.py", "import os.path", []],
])("finds %s", (_, path, text, expected) => {
  const empty = {
    "a.py": "",
    "b.py": "",
    "p/__init__.py": "",
    "p/m.py": "",
    "p/n.py": "",
    "p/q/k.py": "",
    "s/x.py": "",
    "s/y.py": "",
  };
  expect(
    graphOf({ ...empty, [path]: text })
      .imports(path)
      .toSorted(),
  ).toEqual(expected);
});

test("a file of one root can import from another", () => {
  expect(graphOf({ "0:a.py": "import lib", "1:lib.py": "" }).imports("0:a.py")).toEqual(["1:lib.py"]);
});

test("of two roots with modules of one name each file gets its own", () => {
  const { imports, graph } = graphOf({
    "0:a.py": "import util",
    "0:util.py": "",
    "1:b.py": "import util",
    "1:util.py": "",
  });
  expect(imports("0:a.py")).toEqual(["0:util.py"]);
  expect(imports("1:b.py")).toEqual(["1:util.py"]);
  expect(connectedComponents(graph)).toEqual([
    [0, 1],
    [2, 3],
  ]);
});

test("reachable follows imports only forwards; components both ways", () => {
  const { graph } = graphOf({
    "a.py": "import b",
    "b.py": "import c",
    "c.py": "import a",
    "d.py": "import c",
    "e.py": "",
  });
  expect([...reachable(graph, [0])].sort()).toEqual([0, 1, 2]);
  expect(connectedComponents(graph)).toEqual([[0, 1, 2, 3], [4]]);
});
