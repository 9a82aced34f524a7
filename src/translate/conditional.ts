import { versionTest } from "../analysis/version-test.ts";
import { constantTruth, decidedTest } from "../analysis/decided-test.ts";
import { block as blockNode, placeholder } from "../emit/build.ts";
import type * as ts from "../emit/tree.ts";
import type * as py from "../python/ast.ts";
import { lineComment, lineComments } from "./comments.ts";
import type { Context } from "./context.ts";
import { decidedBy, decidedText, reportDecided } from "./decided-type-test.ts";
import { markGuarded } from "./guarded-call.ts";
import { neverReached } from "./never-reached.ts";
import { block } from "./statement.ts";
import { isMain } from "./module-name.ts";
import { condition } from "./truth.ts";
import { isMainGuard } from "../program/main-guard.ts";

export function conditionalStatement(context: Context, node: py.If): ts.Statement[] {
  if (isMainGuard(context.module.bindings, node.test)) {
    const test = isMain(context);
    return [
      {
        type: "IfStatement",
        test,
        consequent: blockNode(block(context, node.body)),
        alternate: node.orelse ? blockNode(block(context, node.orelse)) : null,
      },
    ];
  }
  const { bindings } = context.module;
  const outcome = decidedTest(node.test, bindings, (e) => context.typeOf(e));
  // `if (true) { … }` stays a block where there is nothing else.
  const isBlock = constantTruth(node.test, bindings) === true && !node.orelse;
  if (outcome !== null && !isBlock) return decidedIf(context, node, outcome, false);
  const test = condition(context, node.test);
  const marks = context.takeMarks();
  const decided = decidedBy(context, node.test, test);
  if (decided !== null) return decidedIf(context, node, decided, true);
  markGuarded(context, node.test, node.body);
  const consequent = blockNode(block(context, node.body));
  const alternate = elseBranch(context, node);
  const made: ts.IfStatement = { type: "IfStatement", test, consequent, alternate };
  context.comments.before(made, marks.flat().map(lineComment));
  return [made];
}

function elseBranch(context: Context, node: py.If): ts.Statement | null {
  if (!node.orelse) return null;
  const [only_] = node.orelse.body;
  if (node.orelse.body.length === 1 && only_?.kind === "If" && only_.elif) {
    const inner = conditionalStatement(context, only_);
    const [first] = inner;
    const comments = lineComments([...only_.leading, ...(only_.trailingComment ? [only_.trailingComment] : [])]);
    if (
      inner.length === 1 &&
      first?.type === "IfStatement" &&
      comments.length === 0 &&
      !context.comments.leadingOf(first)
    )
      return first;
    if (first) context.comments.before(first, comments);
    return blockNode(inner);
  }
  return blockNode(block(context, node.orelse));
}

/** A test with one possible outcome in 2.7: the branch that runs stays, the dead one is named in a comment; a trap unless it is meant so. */
function decidedIf(context: Context, node: py.If, outcome: boolean, isTrap: boolean): ts.Statement[] {
  const live = outcome ? node.body : node.orelse;
  const dead = outcome ? node.orelse : node.body;
  const written = live ? block(context, live) : [];
  const { text, guess } = decidedText(context, node.test, outcome);
  const comments = [lineComment(` ${text}`)];
  if (dead) {
    if (isTrap) reportDecided(context, node.test, outcome);
    // What another version of Python would do needs no more than its beginning.
    if (versionTest(node.test, (e) => context.typeOf(e)) === null && !isTrap)
      comments.push(...neverReached(context, dead.body), ...lineComments(dead.trailing));
    else
      comments.push(
        lineComment(
          ` never reached${guess ? "" : ", in Python either"}: ${context.source(dead).split("\n")[0]?.trim() ?? ""} …`,
        ),
      );
  }
  const [first] = written;
  if (first) context.comments.before(first, comments);
  else {
    const empty = placeholder();
    context.comments.before(empty, comments);
    return [empty];
  }
  return written;
}
