import type { Colors } from "../report/colors.ts";
import { pairedBlocks } from "../report/paired.ts";
import type { TranslatedFile } from "../translation.ts";

/** A unified diff coloured as git colours it. */
export function colouredDiff(diff: string, { bold, cyan, green, red }: Colors): string {
  // Only a line before the first `@@` is a header: in a hunk, `--- x` is a removed `-- x`.
  let inHunk = false;
  return diff
    .split("\n")
    .map((line) => {
      if (line.startsWith("diff --git ")) inHunk = false;
      if (line.startsWith("@@ ")) {
        inHunk = true;
        return cyan(line);
      }
      if (!inHunk) return line === "" ? line : bold(line);
      return line.startsWith("+") ? green(line) : line.startsWith("-") ? red(line) : line;
    })
    .join("\n");
}

/** Each file's Python lines, followed by the TypeScript lines that they became. */
export function pairedView(
  files: readonly { readonly translation: TranslatedFile; readonly output: string }[],
  { bold, dim, green, red, yellow }: Colors,
): string {
  return files
    .map(({ translation, output }) => {
      const status = translation.status === "complete" ? green("complete") : yellow("partial");
      const blocks = pairedBlocks(translation).map((block) =>
        block
          .map(({ side, number, text }) => {
            const sign = side === "py" ? "-" : "+";
            const line = `${sign} ${text}`.trimEnd();
            return `  ${dim(`${side} ${String(number).padStart(4)}`)} ${side === "py" ? red(line) : green(line)}`;
          })
          .join("\n"),
      );
      return `${bold(`${translation.path} -> ${output}`)}  ${status}\n\n${blocks.join("\n\n")}\n\n`;
    })
    .join("");
}
