import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { translateFiles } from "../../src/translate-files.ts";
import { runProgram } from "../../src/verify/run-program.ts";
import { typescriptProgram } from "../../src/verify/typescript-program.ts";
import { runtimeOutputs } from "../../src/workspace/runtime-files.ts";
import { bundle } from "./bundle.ts";

/** What comes from a module that the tool does not know, and what is done with it. */
const PYTHON = `import mystery

n = mystery.number()
text = mystery.text()
print n // 2, n / 2, n % 3, -n // 2, n * 2
print text[1:3], text[:-1], text[::-1], text[-2:]
print text + '!', 'at ' + text, text * 2, '%s' % text, mystery.template() % 'x'
print isinstance(text, str), not isinstance(n, list)
`;

/** What CPython 2.7.18 prints with a mystery.py that gives -7, 'abcd' and '<%s>'. */
const PRINTED = "-4 -4 2 3 -14\nbc abc dcba cd\nabcd! at abcd abcdabcd abcd <x>\nTrue True\n";

const REMEDY = 'const mystery = { number: () => -7, text: () => "abcd", template: () => "<%s>" };';

test("what follows a mark does what Python does, once the mark is filled in", { timeout: 60_000 }, async () => {
  const folder = mkdtempSync(join(tmpdir(), "after-marks-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const input = { path: "script.py", module: "script", output: "script.ts", bytes: Buffer.from(PYTHON) };
  const [translated] = await translateFiles([input]);
  if (translated?.status !== "partial") throw new Error(`not partial: ${translated?.status}`);
  const marked = translated.text;
  const filled = marked.replace(/^const mystery = .*$/m, REMEDY);
  expect(filled).not.toBe(marked);
  const runtime = runtimeOutputs(Object.values(translated.runtime).flat());
  for (const { path, text } of [
    { path: "script.ts", text: filled },
    ...runtime.map(({ path, text }) => ({ path: `runtime/${path}`, text })),
  ]) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  const script = (await bundle(folder, ["script.ts"]))("script.ts");
  const options = { argv: [], env: {}, stdin: "", cwd: folder, limit: 30_000 };
  const { stdout, stderr } = await runProgram(typescriptProgram(script, null), options);
  expect(stdout.toString(), stderr.toString()).toBe(PRINTED);
});
