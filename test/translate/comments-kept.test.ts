import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { glob } from "tinyglobby";
import { expect, test } from "vitest";
import { openNativeParser } from "../../src/python/native-parser.ts";
import type { Comment, Node } from "../../src/python/ast.ts";
import { walk } from "../../src/python/walk.ts";
import { translateFiles } from "../../src/translate-files.ts";
import { readPython } from "../python/read-python.ts";

const root = fileURLToPath(new URL("../../fixtures", import.meta.url));
const parser = openNativeParser();

/** The comments of a Python file but for its first lines' shebang and coding, and those beside imports, which TypeScript's are not. */
function commentsOf(text: string): readonly string[] {
  const { module } = readPython(text, parser);
  const found: Comment[] = [...module.trailing];
  walk(module, (node: Node) => {
    if ("leading" in node) found.push(...node.leading);
    if ("trailing" in node) found.push(...node.trailing);
    if ("trailingComment" in node && node.trailingComment && node.kind !== "Import" && node.kind !== "ImportFrom")
      found.push(node.trailingComment);
  });
  return found.map((comment) => plain(comment.text)).filter((said) => said !== "" && !/^!|coding[:=]/.test(said));
}

const plain = (text: string): string =>
  text
    .replace(/^[#:\s]+/, "")
    .replace(/\s+/g, " ")
    .trim();

const paths = await glob(["legacy/**/*.py", "semantics/**/*.py"], { cwd: root });

test.for(paths)("%s keeps its comments", async (path) => {
  const bytes = readFileSync(`${root}/${path}`);
  const [translated] = await translateFiles([{ path, module: "script", output: "script.ts", bytes }]);
  if (translated === undefined || translated.status === "failed") throw new Error("not translated");
  const written = plain(translated.text.replace(/^\s*(?:\/\/|\*)/gm, ""));
  expect(commentsOf(bytes.toString()).filter((said) => !written.includes(said))).toEqual([]);
});
