import { structuredPatch } from "diff";

/**
 * One file's change as `git apply` takes it: `git diff`'s own headers, with `/dev/null` for a file that is not there yet.
 *
 * @param path relative to where the patch is to be applied (a repository's top folder), `/`-separated.
 * @param before `null` for a new file.
 */
export function unifiedDiff(path: string, before: string | null, after: string): string {
  if (before === after) return "";
  const lines = [`diff --git ${quoted(`a/${path}`)} ${quoted(`b/${path}`)}`];
  if (before === null) lines.push("new file mode 100644");
  // git itself adds the tab: it ends a name that has a space in it.
  const end = path.includes(" ") ? "\t" : "";
  if (after !== "" || before !== null) {
    lines.push(`--- ${before === null ? "/dev/null" : quoted(`a/${path}`) + end}`, `+++ ${quoted(`b/${path}`)}${end}`);
  }
  for (const hunk of structuredPatch("", "", before ?? "", after, "", "", { context: 3 }).hunks) {
    // An empty side starts at line 0 in git's counting.
    const oldStart = hunk.oldLines === 0 ? hunk.oldStart - 1 : hunk.oldStart;
    const newStart = hunk.newLines === 0 ? hunk.newStart - 1 : hunk.newStart;
    lines.push(`@@ -${oldStart},${hunk.oldLines} +${newStart},${hunk.newLines} @@`, ...hunk.lines);
  }
  return `${lines.join("\n")}\n`;
}

const escapes: Readonly<Record<string, string>> = { '"': '\\"', "\\": "\\\\", "\n": "\\n", "\t": "\\t", "\r": "\\r" };

/** A path as git writes it in a patch: in quotes with C escapes if it holds a quote, a backslash or a control character. */
function quoted(path: string): string {
  // oxlint-disable-next-line no-control-regex -- control characters are what is looked for
  if (!/["\\\x00-\x1f\x7f]/.test(path)) return path;
  // oxlint-disable-next-line no-control-regex -- as above
  const escaped = path.replaceAll(/["\\\x00-\x1f\x7f]/g, (character) => {
    return escapes[character] ?? `\\${character.charCodeAt(0).toString(8).padStart(3, "0")}`;
  });
  return `"${escaped}"`;
}
