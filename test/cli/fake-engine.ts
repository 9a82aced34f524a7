import type { Engine } from "../../src/migrate/engine.ts";
import type { Translator } from "../../src/migrate/translator.ts";
import type { RuntimeFile } from "../../src/runtime-manifest.ts";
import { withFingerprints } from "../../src/diagnostics/fingerprint.ts";
import type { FileTranslation, LineMapping, SourceInput } from "../../src/translation.ts";

/** A small runtime: `fetchOrThrow` needs the errors, and one file exports a type. */
export const runtimeFiles: readonly RuntimeFile[] = [
  {
    path: "http/errors.ts",
    text: "export class HTTPError extends Error {}\n",
    exports: [{ name: "HTTPError", typeOnly: false }],
    needs: [],
  },
  {
    path: "http/fetch-or-throw.ts",
    text: 'import { HTTPError } from "./errors.ts";\nexport const fetchOrThrow = () => new HTTPError();\n',
    exports: [{ name: "fetchOrThrow", typeOnly: false }],
    needs: ["http/errors.ts"],
  },
  {
    path: "python/json.ts",
    text: "export type Json = unknown;\nexport const parseJson = (text: string): Json => JSON.parse(text);\n",
    exports: [
      { name: "Json", typeOnly: true },
      { name: "parseJson", typeOnly: false },
    ],
    needs: [],
  },
];

/**
 * Turns each Python line into `// line`, under an import of the runtime. A line with `exec` stays untranslated, one with
 * `timeout` is an assumption, `def def` is a syntax error, and `CRASH` makes it throw.
 */
export const fakeTranslator: Translator = async (inputs) => inputs.map(translate);

export const fakeEngine: Engine = {
  open: async () => ({ translator: fakeTranslator, jobs: 1, close: async () => {} }),
  runtimeFiles,
};

function translate({ path, output, bytes }: SourceInput): FileTranslation {
  const python = Buffer.from(bytes).toString();
  const lines = python.replace(/\n$/, "").split("\n");
  if (python.includes("CRASH")) throw new Error(`crashed on ${path}`);
  const broken = lines.findIndex((line) => line.includes("def def"));
  if (broken >= 0) {
    return { status: "failed", path, output, reason: "invalid syntax", line: broken + 1, diagnostics: [] };
  }
  const finding = (code: string, category: "untranslated" | "assumption", word: string) =>
    lines.flatMap((line, index) =>
      line.includes(word)
        ? [
            {
              code,
              category,
              title: word,
              message: `${word} has no counterpart`,
              remedy: `do without ${word}`,
              file: path,
              range: {
                start: { line: index + 1, column: line.indexOf(word) + 1 },
                end: { line: index + 1, column: line.length + 1 },
              },
              snippet: line.trim(),
            },
          ]
        : [],
    );
  const diagnostics = withFingerprints([
    ...finding("U0001", "untranslated", "exec"),
    ...finding("A0001", "assumption", "timeout"),
  ]);
  const depth = output.split("/").length - 1;
  const here = depth === 0 ? "./" : "../".repeat(depth);
  const lineMap: LineMapping[] = lines.map((_, index) => ({
    python: { start: index + 1, end: index + 1 },
    typescript: { start: index + 2, end: index + 2 },
  }));
  return {
    status: diagnostics.some((one) => one.category === "untranslated") ? "partial" : "complete",
    path,
    output,
    text: [`import { fetchOrThrow } from "${here}runtime/http.ts";`, ...lines.map((line) => `// ${line}`), ""].join(
      "\n",
    ),
    diagnostics,
    lineMap,
    runtime: { http: ["fetchOrThrow"] },
    helperCalls: 0,
    python,
    retries: [],
    syntaxError: null,
  };
}
