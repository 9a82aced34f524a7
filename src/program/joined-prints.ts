import type * as py from "../python/ast.ts";
import { suites } from "../python/statement-parts.ts";

/**
 * `print a,` with another `print` right behind it is one `print` of all, in CPython too, which makes the same code of both. Changes the
 * tree, which is the program's own. Comments between the two, and other places that they print to, keep them apart.
 */
export function joinPrints(tree: py.Module): void {
  const blocks: (py.Module | py.Block)[] = [tree];
  for (let block = blocks.pop(); block; block = blocks.pop()) {
    const joined: py.Statement[] = [];
    for (const statement of block.body) {
      const last = joined.at(-1);
      const made = last?.kind === "Print" && statement.kind === "Print" ? joinedPrint(last, statement) : null;
      if (made) joined[joined.length - 1] = made;
      else joined.push(statement);
    }
    if (joined.length < block.body.length) (block as { body: readonly py.Statement[] }).body = joined;
    for (const statement of block.body) blocks.push(...suites(statement));
    for (const statement of block.body)
      if (statement.kind === "FunctionDef" || statement.kind === "ClassDef") blocks.push(statement.body);
  }
}

function joinedPrint(first: py.Print, second: py.Print): py.Print | null {
  if (first.newline || first.dest || second.dest || first.values.length === 0) return null;
  if (first.trailingComment || second.leading.length > 0) return null;
  return {
    ...first,
    values: [...first.values, ...second.values],
    newline: second.newline,
    trailingComment: second.trailingComment,
    isJoined: true,
    end: second.end,
  };
}
