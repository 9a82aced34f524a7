import { endHeader, endSimpleStatement } from "./logical-line.ts";
import { openNestedParentheses } from "./nested-parentheses.ts";
import type { ScanState } from "./scan-state.ts";

/** What an operator or punctuation may begin with. */
const SYMBOLS = "()[]{}`:;.,=+-*/%&|^~<>@!";

const CLOSER: Readonly<Record<string, string>> = { "(": ")", "[": "]", "{": "}", "`": "`" };

/** An operator, a bracket or other punctuation, and what it says of the statement it stands in. */
export function scanOperator(state: ScanState): void {
  const { text, at: start } = state;
  const symbol = text[start]!;
  const depth = state.brackets.length;
  switch (symbol) {
    case "(":
      if (state.previous === "print" && !state.afterOperand && !state.futures.names.has("print_function"))
        state.printCall = depth + 1;
      if (!openNestedParentheses(state)) open(state, symbol);
      return;
    case "[":
    case "{":
      state.notAfterPrint();
      return open(state, symbol);
    case ")":
    case "]":
    case "}":
      return close(state, symbol);
    case "`":
      return backtick(state);
    case ":":
      if (depth === 0 && state.lambdas === 0 && !state.headerEnded) return endHeader(state);
      colon(state, depth);
      break;
    case ";":
      if (depth === 0) return endSimpleStatement(state);
      break;
    case ".":
      return dot(state);
    default:
      // The grammar takes some control characters for white space.
      if (!SYMBOLS.includes(symbol)) return unknown(state, symbol);
  }
  const length = operatorLength(text, start);
  const operator = length === 1 ? symbol : text.slice(start, start + length);
  if (operator === ">>" && followsPrint(state)) return chevron(state);
  note(state, operator, depth);
  state.at += length;
  state.endToken(operator, false);
}

function unknown(state: ScanState, symbol: string): void {
  const { at: start } = state;
  const message =
    symbol === "\\"
      ? "expected a line end after '\\'"
      : `unexpected character ${symbol < " " ? inHex(symbol) : `'${symbol}'`}`;
  state.at++;
  state.problem(message, start, state.at);
  state.endToken(symbol, false);
}

function inHex(symbol: string): string {
  return `0x${symbol.charCodeAt(0).toString(16).padStart(2, "0")}`;
}

/** What an operator is evidence of, or has to be for the grammar. */
function note(state: ScanState, operator: string, depth: number): void {
  const { at: start } = state;
  const inPrintCall = depth === state.printCall && state.parameterLambdas === 0;
  switch (operator) {
    case ",": {
      const python2 = depth === 0 && state.lambdas === 0;
      if (python2 && (state.firstWord === "except" || state.statementWord === "raise")) state.evidence.python2();
      break;
    }
    case "=":
      if (inPrintCall) state.python3("print(…) with a keyword", start);
      break;
    case "*":
    case "**":
    case "*=":
    case "**=":
      if (inPrintCall && (state.previous === "(" || state.previous === ",")) state.python3("print(*…)", start);
      break;
    case "&":
    case "^":
      // The grammar has the precedences of these two exchanged; so the skeleton has the operators exchanged.
      state.edit(start, start + 1, operator === "&" ? "^" : "&");
      break;
    case "<>":
      state.evidence.python2();
      break;
    case "->":
      state.python3("'->'", start);
      break;
  }
}

/** A colon that does not end a header: of a lambda, a dictionary or slice, or of what only Python 3 has. */
function colon(state: ScanState, depth: number): void {
  if (depth === 0) {
    if (state.lambdas > 0) state.lambdas--;
    else state.python3("an annotation", state.at);
  } else if (depth === 1) {
    if (state.parameterLambdas > 0) state.parameterLambdas--;
    else if (state.firstWord === "def" && !state.headerEnded) state.python3("an annotation", state.at);
  }
}

function followsPrint(state: ScanState): boolean {
  if (state.previous !== "print" || state.afterOperand || state.futures.names.has("print_function")) return false;
  return state.prints.has(state.statementStart);
}

/** The `>>` of `print >>file`, which the grammar does not see. */
function chevron(state: ScanState): void {
  const { at: start } = state;
  state.evidence.python2();
  state.chevrons.add(state.statementStart);
  state.edit(start, start + 2, "chevron");
  state.at += 2;
  state.endToken(">>", false);
  state.tokens?.pop();
}

/** A dot, or the third one of an ellipsis, which Python 2.7 takes with white space between too. */
function dot(state: ScanState): void {
  const { text, at: start } = state;
  if (state.brackets.length > 0 && state.previous === ".") {
    const first = state.firstDot;
    const between = text.slice(first + 1, start).trim();
    if (between === "." && start > first + 2) {
      state.edits.dropFrom(first);
      state.edit(first, start + 1, "...");
    }
  } else state.firstDot = start;
  const third = start === state.firstDot + 2 && text.startsWith("...", state.firstDot);
  state.at++;
  state.endToken(third ? "..." : ".", third);
}

/** A backtick opens or closes by what precedes it, as nested ones do. */
function backtick(state: ScanState): void {
  const { at: start } = state;
  state.evidence.python2();
  if (state.afterOperand && state.brackets.at(-1)?.opener === "`") {
    state.edit(start, start + 1, ")");
    close(state, "`");
  } else {
    if (state.afterOperand) state.problem("unexpected '`'", start, start + 1);
    state.backticks.add(start);
    state.edit(start, start + 1, "(");
    open(state, "`");
  }
}

function open(state: ScanState, opener: string): void {
  state.brackets.push({ opener, at: state.at++, wraps: false, hidden: false });
  state.endToken(opener, false);
}

function close(state: ScanState, closer: string): void {
  const { at } = state;
  const bracket = state.brackets.pop();
  if (bracket === undefined) state.problem(`'${closer}' closes nothing`, at, at + 1);
  else {
    const { opener, wraps } = bracket;
    if (CLOSER[opener] !== closer)
      state.problem(`expected '${CLOSER[opener]}' to close '${opener}', found '${closer}'`, at, at + 1);
    if (wraps && (state.previous !== ")" || state.lastClosed !== bracket.at + 1)) state.betrayed = true;
    state.lastClosed = bracket.at;
  }
  state.at++;
  if (state.brackets.length < state.printCall) state.printCall = -1;
  if (bracket?.hidden !== true) return state.endToken(closer, true);
  state.edit(at, state.at, "blank");
  state.endToken(closer, true);
  state.tokens?.pop();
}

/** As the grammar takes tokens: `+=` and `**=` are one. */
function operatorLength(text: string, start: number): number {
  const first = text[start]!;
  const second = text[start + 1];
  if (second === "=" && "=!<>+-*/%&|^@:".includes(first)) return 2;
  if (second === first && "<>*/".includes(first)) return text[start + 2] === "=" ? 3 : 2;
  return (first === "-" || first === "<") && second === ">" ? 2 : 1;
}
