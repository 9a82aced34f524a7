import { execFileSync } from "node:child_process";
import { mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, onTestFinished, test } from "vitest";
import { translate } from "../../src/index.ts";
import dictToMap, { parser } from "../../transforms/dict-to-map.ts";
import type { Api } from "../../transforms/jscodeshift-api.ts";

const jscodeshift: Api["jscodeshift"] = createRequire(import.meta.url)("jscodeshift").withParser(parser);
const root = fileURLToPath(new URL("../../", import.meta.url));

const apply = (source: string) => dictToMap({ source }, { jscodeshift });
const imports = 'import { Dict, getItem, str } from "./runtime/python.ts";\n';

test.each([
  [
    "a table that is looked up",
    `${imports}const t = new Dict([["a", 1], ["b", 2]]);\nconsole.log(t.has("a"), t.get("b"), getItem(t, "a"), t.size);\n`,
    'import { getItem, str } from "./runtime/python.ts";\nconst t = new Map([["a", 1], ["b", 2]]);\nconsole.log(t.has("a"), t.get("b"), getItem(t, "a"), t.size);\n',
  ],
  [
    "a set of what was seen, in a function",
    'import { Dict } from "../runtime/python.js";\nfunction f(k: string) {\n  const seen = new Dict<string, true>();\n  seen.set(k, true);\n  seen.delete(k);\n}\n',
    "function f(k: string) {\n  const seen = new Map<string, true>();\n  seen.set(k, true);\n  seen.delete(k);\n}\n",
  ],
  [
    "a table of the package's runtime",
    'import { Dict } from "urllib2-to-fetch/runtime/python/containers/Dict";\nconst t = new Dict([["a", 1]]);\nt.get("a");\n',
    'const t = new Map([["a", 1]]);\nt.get("a");\n',
  ],
  [
    "one of two: the import stays",
    `${imports}const t = new Dict([["a", 1]]);\nt.get("a");\nexport const u = new Dict([["a", 1]]);\n`,
    `${imports}const t = new Map([["a", 1]]);\nt.get("a");\nexport const u = new Dict([["a", 1]]);\n`,
  ],
  [
    "a property of that name is another thing",
    `${imports}const t = new Dict([["a", 1]]);\nt.get("a");\nconsole.log(Dict, { t: 1 }.t);\n`,
    `${imports}const t = new Map([["a", 1]]);\nt.get("a");\nconsole.log(Dict, { t: 1 }.t);\n`,
  ],
])("changes %s", (_, before, after) => {
  expect(apply(before)).toBe(after);
});

const table = `${imports}const t = new Dict([["a", 1]]);\n`;
test.each([
  ["iteration", `${table}for (const [k] of t) console.log(k);`],
  ["iteration by a method", `${table}console.log([...t.keys()]);`],
  ["being passed on", `${table}console.log(str(t));`],
  ["a second argument", `${table}getItem([t], 0);`],
  ["another variable", `${table}const u = t;`],
  ["a short property", `${table}f({ t });`],
  ["being returned", `${imports}function f() { const t = new Dict([["a", 1]]); return t; }`],
  ["a method that a Map lacks", `${table}t.getOr("a", 2);`],
  ["a method taken off it", `${table}const get = t.get;`],
  ["a computed member", `${table}t["get"]("a");`],
  ["the result of set", `${table}const u = t.set("b", 2);`],
  ["its type", `${table}let u: typeof t;`],
  ["a shadowed name", `${table}t.get("a");\nfunction f(t: string[]) { return t.length; }`],
  ["export", `${imports}export const t = new Dict([["a", 1]]);\nt.get("a");`],
  ["export by name", `${table}export { t };`],
  ["let", `${imports}let t = new Dict([["a", 1]]);\nt.get("a");`],
  ["a type of its own", `${imports}const t: Dict<string, number> = new Dict([["a", 1]]);\nt.get("a");`],
  ["keys that Python finds equal", `${imports}const t = new Dict<number | boolean, string>([[1, "a"]]);\nt.get(true);`],
  ["keys that are not written out", `${imports}const t = new Dict([[k, 1]]);\nt.get("a");`],
  ["no type of the keys", `${imports}const t = new Dict();\nt.has("a");`],
  ["another dict's entries", `${imports}const t = new Dict<string, number>(other);\nt.has("a");`],
  ["a text type", `${imports}const t = new Dict([["a", 1]], "unicode");\nt.has("a");`],
  [
    "a Map of the file's own",
    `${imports}import { Map } from "./map.ts";\nconst t = new Dict([["a", 1]]);\nt.get("a");`,
  ],
  ["a Dict of the file's own", 'class Dict extends Map {}\nconst t = new Dict([["a", 1]]);\nt.get("a");'],
  ["a Dict from elsewhere", 'import { Dict } from "immutable";\nconst t = new Dict([["a", 1]]);\nt.get("a");'],
])("leaves %s", (_, source) => {
  expect(apply(source)).toBeUndefined();
});

test("jscodeshift runs it alone, and the program prints the same", async () => {
  const folder = await mkdtemp(join(tmpdir(), "u2f-transform-"));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  const python = [
    "import urllib2",
    "STATES = {'ok': 0, 'warning': 1, 'critical': 2}",
    "def code(name):",
    "    if name in STATES:",
    "        return STATES[name]",
    "    return 3",
    "seen = {}",
    "for word in ['b', 'a', 'b', 'gone']:",
    "    if word not in seen:",
    "        seen[word] = 0",
    "    seen[word] += 1",
    "order = {'x': 1, 'warning': 2, 'a': 3}",
    "print code('warning'), code('no'), len(seen), seen['b'], order.keys()",
    "try:",
    "    print STATES['none']",
    "except KeyError, e:",
    "    print 'no', e",
    "",
  ].join("\n");
  const { status, code, runtime } = await translate(python);
  expect(status).toBe("complete");
  const files = {
    "package.json": '{"type":"module"}',
    "script.ts": code!,
    ...Object.fromEntries(runtime.map((file) => [join("runtime", file.path), file.text])),
  };
  for (const [path, text] of Object.entries(files)) {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), text);
  }
  const node = (...args: string[]) => execFileSync(process.execPath, args, { encoding: "utf8", cwd: folder });
  const run = () => node("--import", import.meta.resolve("tsx"), "script.ts");

  const before = run();
  expect(before).toBe("1 3 3 2 ['a', 'x', 'warning']\nno 'none'\n");
  const script = join(root, "transforms/dict-to-map.ts");
  node(join(root, "node_modules/jscodeshift/bin/jscodeshift.js"), "-t", script, "--run-in-band", "script.ts");
  const changed = await readFile(join(folder, "script.ts"), "utf8");
  expect(changed.match(/new Map/g)).toHaveLength(2);
  expect(changed.match(/new Dict/g)).toHaveLength(1);
  expect(run()).toBe(before);
});
