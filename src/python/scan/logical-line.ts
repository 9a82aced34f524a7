import { isBlank, nameEnd } from "./characters.ts";
import { CLAUSE_KEYWORDS, HEADER_KEYWORDS } from "./reserved-words.ts";
import type { ScanState } from "./scan-state.ts";
import { STRING } from "./literals.ts";

const ASYNC_HEADER = /^async[ \t]+(?:def|for|with)\b/;

/** Tokens other than operands that a logical line may end with. */
const MAY_END: ReadonlySet<string> = new Set("return raise yield pass break continue print ;".split(" "));

/** Statements that may not end with a comma. */
const NO_TRAILING_COMMA: ReadonlySet<string> = new Set("import from global nonlocal assert raise exec".split(" "));

const AT = 64;
const NEWLINE = 10;
const HASH = 35;

/** At the first token of a logical line that is indented to `column`. */
export function beginLogicalLine(state: ScanState, column: number): void {
  const { text, at: start } = state;
  const word = text.slice(start, nameEnd(text, start));
  state.firstWord = word;
  state.lineStart = start;
  state.structure.begin(start, column);
  const decorator = text.charCodeAt(start) === AT;
  state.lines.begin(start, column, state.tokens?.count ?? 0, CLAUSE_KEYWORDS.has(word), decorator);
  state.remarks.beginLine(start);
  state.statementStart = start;
  state.atStatementStart = true;
  state.isHeader = HEADER_KEYWORDS.has(word) || (word === "async" && ASYNC_HEADER.test(text.slice(start, start + 40)));
  state.headerEnded = !state.isHeader;
  state.lambdas = 0;
  state.parameterLambdas = 0;
  state.execWantsIn = false;
  state.printCall = -1;
  state.previous = "";
  state.afterOperand = false;
}

export function endLogicalLine(state: ScanState): void {
  const { lineStart } = state;
  if (lineStart < 0) return;
  state.lineStart = -1;
  // A continuation alone makes a line without tokens, which Python takes at the top level only.
  const end = Math.max(state.previousEnd, lineStart + 1);
  if (state.previous === "" && !state.structure.isTopLevel)
    state.problem("expected a statement after '\\'", lineStart, end);
  state.remarks.endLine(state.isHeader ? lineStart : state.statementStart);
  state.lines.endLast(end, state.previous === ":" && state.atStatementStart);
  checkEnd(state, end);
  endStatement(state);
}

/** The colon after which a compound statement's block stands, on the same line or below. */
export function endHeader(state: ScanState): void {
  state.at++;
  state.endToken(":", false);
  state.headerEnded = true;
  skipBlanks(state);
  state.atStatementStart = true;
  state.statementStart = state.at;
}

/** A semicolon outside brackets. */
export function endSimpleStatement(state: ScanState): void {
  checkEnd(state, state.previousEnd);
  if (state.previous !== ";") endStatement(state);
  state.at++;
  state.endToken(";", false);
  skipBlanks(state);
  const next = state.text.charCodeAt(state.at);
  if (next === NEWLINE || next === HASH) return;
  state.atStatementStart = true;
  state.execWantsIn = false;
  state.printCall = -1;
  state.statementStart = state.at;
}

/** The grammar reads on over the line end where a statement cannot end; Python does not. */
function checkEnd(state: ScanState, end: number): void {
  const last = state.previous;
  if (last === "") return;
  if (!state.headerEnded) state.problem("expected ':' after this", end, end);
  else if (!state.afterOperand && !mayEndWith(last, state))
    state.problem(`expected something after '${last}'`, end, end);
}

function mayEndWith(last: string, { statementWord, atStatementStart }: ScanState): boolean {
  if (last === ",") return !NO_TRAILING_COMMA.has(statementWord);
  // Of a header, not of a lambda.
  if (last === ":") return atStatementStart;
  return MAY_END.has(last) || (last === "*" && statementWord === "from");
}

/** At the end of a simple statement, or of a compound statement's line. */
function endStatement(state: ScanState): void {
  const { statementStart: start, previousEnd: end, statementWord } = state;
  const simple = state.structure.isTopLevel && !state.isHeader;
  if (statementWord === "import" || statementWord === "from") {
    const text = state.text.slice(start, end);
    // Inside try and the like it is one of several spellings.
    if (simple) state.evidence.importLine(text);
    const future = state.futures.read(text, simple);
    if (future !== null) {
      for (const { problem, python3 } of future) {
        if (problem !== null) state.problem(problem, start, end);
        if (python3 !== null) state.python3(`'${python3}' of __future__`, start);
      }
      return;
    }
  }
  state.futures.statement(simple && state.previous === STRING && state.previousStart === start);
}

function skipBlanks(state: ScanState): void {
  while (isBlank(state.text.charCodeAt(state.at))) state.at++;
}
