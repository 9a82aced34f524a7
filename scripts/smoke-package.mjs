// Packs the package, installs the tarball into an empty folder as a user would, and runs the command and the API there, and output
// that has its runtime from the package. Needs a registry (or npm's cache) for the dependencies. Run by CI:
//   node scripts/smoke-package.mjs [OTHER NODE, 22.18 or newer, that runs the output as it is]…
import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const root = join(dirname(fileURLToPath(import.meta.url)), "..");
const folder = mkdtempSync(join(tmpdir(), "urllib2-to-fetch-package-"));
const program = [
  "import json",
  "import urllib2",
  "try:",
  "    print urllib2.urlopen('http://127.0.0.1:1/').read()",
  "except urllib2.URLError, e:",
  "    print e, repr(e.reason)",
  "try:",
  "    raise ValueError('odd', 1)",
  "except ValueError, e:",
  "    print e, '%5.1f' % 2.25, json.dumps({'a': [1, None]}), 'x,y'.split(',')",
  "",
].join("\n");
const allowed = ["dist/", "docs/", "LICENSE", "README.md", "package.json"];

try {
  const [packed] = JSON.parse(run("npm", ["pack", "--json", "--ignore-scripts", "--pack-destination", folder], root));
  for (const { path } of packed.files) {
    expect(
      allowed.some((start) => path.startsWith(start)),
      `${path} has no business in the package`,
    );
  }
  writeFileSync(join(folder, "package.json"), '{ "private": true, "type": "module" }');
  run("npm", ["install", "--no-audit", "--no-fund", "--prefer-offline", join(folder, packed.filename)], folder);

  mkdirSync(join(folder, "jobs"));
  writeFileSync(join(folder, "jobs/a.py"), "import urllib2\nprint urllib2.urlopen('http://127.0.0.1:1/').read()\n");
  const preview = run("npx", ["urllib2-to-fetch", "jobs", "--out-dir", "out"], folder);
  expect(preview.includes("+++ b/out/a.ts"), "the preview shows no diff");
  expect(preview.includes("1 = 1 complete + 0 partial + 0 skipped + 0 failed"), "the preview does not add up");

  writeFileSync(
    join(folder, "use.ts"),
    [
      'import { migrate, translate, type Report } from "urllib2-to-fetch";',
      'const { code } = await translate("import urllib2\\nprint urllib2.urlopen(url).read()\\n");',
      'const report: Report = (await migrate(["jobs"])).report;',
      "const text: string | null = code;",
      'console.log(text?.includes("fetch"), report.totals.files);',
    ].join("\n"),
  );
  const tools = join(root, "node_modules");
  const types = ["--types", "node", "--typeRoots", join(tools, "@types")];
  const strict = ["--noEmit", "--strict", "--target", "es2023", "--module", "nodenext"];
  run(process.execPath, [join(tools, "typescript/bin/tsc"), ...strict, ...types, "use.ts"], folder);
  const used = run(process.execPath, ["--import", join(tools, "tsx/dist/loader.mjs"), "use.ts"], folder);
  expect(used === "true 1\n", `the API gave ${used}`);
  // The output is the same program, wherever its runtime is.
  writeFileSync(join(folder, "jobs/b.py"), program);
  const outputs = ["vendor", "package"].map((runtime) => {
    const place = ["--out-dir", runtime, "--runtime", runtime];
    run("npx", ["urllib2-to-fetch", "jobs", ...place, "--write", "--max-untranslated", "9"], folder);
    expect(existsSync(join(folder, runtime, "runtime")) === (runtime === "vendor"), `${runtime}: runtime/ or none`);
    run(process.execPath, [join(tools, "typescript/bin/tsc"), "-p", runtime, ...types.slice(2)], folder);
    const runners = [
      [process.execPath, "--import", join(tools, "tsx/dist/loader.mjs")],
      ...process.argv.slice(2).map((node) => [node]),
    ];
    return runners.map(([node, ...flags]) => run(node, [...flags, `${runtime}/b.ts`], folder));
  });
  const told = new Set(outputs.flat());
  expect(told.size === 1 && [...told][0].startsWith("<urlopen error [Errno 111]"), `the programs say ${[...told]}`);
  console.log(
    `${packed.filename}: ${packed.files.length} files, ${Math.round(packed.unpackedSize / 1024)} KiB, installs and runs`,
  );
} finally {
  rmSync(folder, { recursive: true, force: true });
}

function run(command, argv, cwd) {
  return execFileSync(command, argv, { cwd, encoding: "utf8", stdio: ["ignore", "pipe", "inherit"] });
}

function expect(condition, message) {
  if (!condition) throw new Error(message);
}
