import { isBlank, isNameStart, nameEnd } from "./characters.ts";
import { endLogicalLine } from "./logical-line.ts";
import { GRAMMAR_ONLY_WORDS, KEYWORDS, SPECIAL_WORDS, STATEMENT_ONLY_KEYWORDS } from "./reserved-words.ts";
import type { ScanState } from "./scan-state.ts";
import { scanString } from "./strings.ts";

const STRING_PREFIX = /^(?:[uU]?[rR]?|[bB][rR]?|[rR][bB]|[fF][rR]?|[rR][fF])$/;
/** What follows `nonlocal` where it is a keyword: a name, and not an operator that it is an operand of. */
const NONLOCAL_NAMES = /^[ \t]+(?!(?:and|or|not|in|is|if)\b)[A-Za-z_]/;

const DOT = 46;
const DOUBLE_QUOTE = 34;
const SINGLE_QUOTE = 39;

/** A name, keyword or string prefix. True where it shows that the bracket around it was never closed: it begins a line then. */
export function scanWord(state: ScanState): boolean {
  const { text, at: start } = state;
  const end = nameEnd(text, start);
  const word = text.slice(start, end);
  const next = text.charCodeAt(end);
  const quoted = next === DOUBLE_QUOTE || next === SINGLE_QUOTE;
  if (quoted && word.length <= 2 && STRING_PREFIX.test(word)) {
    scanString(state, end);
    return false;
  }
  if (!SPECIAL_WORDS.has(word)) {
    // The grammar knows more prefixes than Python 2.7, such as ub''.
    if (quoted) state.problem(`'${word}' is no prefix of a string`, start, end);
    state.notAfterPrint();
    state.at = end;
    if (next === DOT && state.previous !== ".") attributes(state, start);
    state.endToken(word, true);
    return false;
  }
  if (state.brackets.length > 0 && STATEMENT_ONLY_KEYWORDS.has(word) && beginsPhysicalLine(text, start)) {
    reopenLine(state, start);
    return true;
  }
  state.at = end;
  specialWord(state, word, start);
  return false;
}

function specialWord(state: ScanState, word: string, start: number): void {
  const attribute = state.previous === ".";
  if (word === "print") printWord(state, start);
  else if (word === "exec") execWord(state, start);
  else if (GRAMMAR_ONLY_WORDS.has(word)) {
    const python3Keyword = !attribute && isPython3Keyword(state, word);
    state.notAfterPrint();
    if (python3Keyword) state.endToken(word, false);
    else {
      state.edit(start, state.at, "name");
      // Not the keyword it is to Python 3: `nonlocal = a, b,` may end so.
      state.endToken("x", true);
    }
  } else if (attribute) {
    state.notAfterPrint();
    state.endToken(word, true);
  } else keyword(state, word, start);
}

/** `a.b.c` without white space is one name to the grammar: fewer nodes to make and to read. */
function attributes(state: ScanState, start: number): void {
  const { text, at } = state;
  let end = at;
  while (text.charCodeAt(end) === DOT && isNameStart(text.charCodeAt(end + 1))) {
    const wordEnd = nameEnd(text, end + 1);
    const word = text.slice(end + 1, wordEnd);
    if (KEYWORDS.has(word) || word === "print" || word === "exec") break;
    end = wordEnd;
  }
  if (end === at) return;
  state.at = end;
  state.edit(start, end, "name");
}

function beginsPhysicalLine(text: string, at: number): boolean {
  let before = at - 1;
  while (before >= 0 && isBlank(text.charCodeAt(before))) before--;
  return text[before] === "\n";
}

/** Goes back to the start of a physical line inside brackets, and begins a logical line with it: the brackets were forgotten. */
function reopenLine(state: ScanState, start: number): void {
  state.giveUpBrackets();
  // The line ends since the last token are line ends again.
  const { edits, text } = state;
  edits.filterFrom(state.previousEnd, (at) => text[at] !== "\n");
  endLogicalLine(state);
  state.at = text.lastIndexOf("\n", start) + 1;
}

function keyword(state: ScanState, word: string, start: number): void {
  const depth = state.brackets.length;
  switch (word) {
    case "lambda":
      if (depth === 0) state.lambdas++;
      else if (depth === 1) state.parameterLambdas++;
      break;
    case "in":
      if (state.execWantsIn && depth === 0) {
        state.execWantsIn = false;
        state.edit(start, state.at, "in");
      }
      break;
    case "from":
      if (state.previous === "yield") state.python3("yield from", start);
      if (state.statementWord === "raise" && !state.atStatementStart) state.python3("raise … from", start);
      break;
  }
  if (word !== "in" && word !== "is" && word !== "and" && word !== "or" && word !== "if") state.notAfterPrint();
  state.endToken(word, false);
}

function printWord(state: ScanState, start: number): void {
  const statement = state.atStatementStart;
  if (statement) state.prints.add(start);
  else if (!state.futures.names.has("print_function")) state.python3("print as a name", start);
  state.edit(start, state.at, statement ? "print" : "name");
  state.endToken("print", !statement);
}

function execWord(state: ScanState, start: number): void {
  const statement = state.atStatementStart;
  if (statement) {
    state.execs.add(start);
    state.execWantsIn = true;
  } else state.python3("exec as a name", start);
  state.edit(start, state.at, statement ? "exec" : "name");
  state.endToken("exec", !statement);
}

/** Whether `async`, `await` or `nonlocal`, which ends here, is used as Python 3's keyword. */
function isPython3Keyword(state: ScanState, word: string): boolean {
  const rest = state.text.slice(state.at, state.at + 40);
  if (word === "async") {
    const pattern = state.atStatementStart ? /^[ \t]+(?:def|for|with)\b/ : /^\s+for\b/;
    if (!pattern.test(rest) || (!state.atStatementStart && !state.asyncFunction)) return false;
    state.asyncFunction = true;
  } else if (word === "await") {
    if (!state.asyncFunction || !/^[ \t]*[\w(["']/.test(rest)) return false;
  } else if (word === "nonlocal") {
    if (!state.atStatementStart || !NONLOCAL_NAMES.test(rest)) return false;
  } else return false;
  state.python3(word, state.at - word.length);
  return true;
}
