import type { Comment } from "../ast.ts";
import { isDigit, isNameStart } from "./characters.ts";
import type { Dialect } from "./dialect.ts";
import { beginLogicalLine, endLogicalLine } from "./logical-line.ts";
import { scanNumber } from "./numbers.ts";
import { scanOperator } from "./operators.ts";
import type { Scan } from "./scan.ts";
import { ScanState } from "./scan-state.ts";
import { scanString } from "./strings.ts";
import { grammarColumn, TAB_SIZE, tabSizeIn } from "./tab-size.ts";
import { scanWord } from "./words.ts";

const CONTINUATIONS = /(?:\\\n[ \t\f]*)+(?![ \t\f\n#]|$)/y;
const NON_ASCII = /[^\0-\x7f]+/y;

const TAB = 9;
const NEWLINE = 10;
const FORM_FEED = 12;
const SPACE = 32;
const DOUBLE_QUOTE = 34;
const HASH = 35;
const SINGLE_QUOTE = 39;
const DOT = 46;
const BACKSLASH = 92;

/** The future imports that every Python 3 file has without asking. */
const PYTHON3_FUTURES = ["print_function", "unicode_literals", "division", "absolute_import"];

/** Goes through a file character by character: lines, comments and white space here, tokens in the files beside this one. Used once. */
export class Scanner {
  readonly #state: ScanState;
  readonly #assumed: Dialect | null;
  #tabSize = TAB_SIZE;
  #wideTabs = false;

  constructor(text: string, assumed: Dialect | null, trusting: boolean) {
    this.#state = new ScanState(text, trusting);
    this.#assumed = assumed;
  }

  /** Null if nested parentheses were not what they were taken for. */
  run(): Scan | null {
    const state = this.#state;
    const { text } = state;
    const { length } = text;
    state.evidence.firstLine(text.slice(0, Math.max(0, text.indexOf("\n"))));
    let lineStart = true;
    while (state.at < length) {
      if (!lineStart) lineStart = this.#token(state, text);
      else if (this.#beginPhysicalLine(state, text)) lineStart = state.at < length && this.#token(state, text);
    }
    state.giveUpBrackets();
    endLogicalLine(state);
    state.structure.endFile();
    state.remarks.endFile();
    return state.betrayed ? null : this.#result();
  }

  /** At the start of a physical line. False if it was blank or a comment, which is then consumed. */
  #beginPhysicalLine(state: ScanState, text: string): boolean {
    const start = state.at;
    let at = start;
    let column = 0;
    let odd = false;
    let spaces = false;
    for (; ; at++) {
      const code = text.charCodeAt(at);
      if (code === SPACE) {
        column++;
        spaces = true;
      } else if (code === TAB) {
        column = (Math.floor(column / this.#tabSize) + 1) * this.#tabSize;
        odd ||= spaces;
      } else if (code === FORM_FEED) {
        column = 0;
        odd = true;
      } else break;
    }
    state.at = at;
    if (state.brackets.length > 0) return true;
    if (at >= text.length || text.charCodeAt(at) === NEWLINE) {
      state.remarks.blankLine();
      state.at++;
      return false;
    }
    if (text.charCodeAt(at) === HASH) {
      state.remarks.ownLine(this.#comment(state), column);
      state.at++;
      return false;
    }
    // The line is indented as the first of the lines is that a backslash joins.
    state.at = afterContinuations(text, at);
    if (odd || state.at > at || (column > 0 && this.#tabSize !== TAB_SIZE)) {
      state.edit(start, state.at, "indent", grammarColumn(column, this.#tabSize));
      this.#wideTabs ||= this.#tabSize > TAB_SIZE;
    }
    beginLogicalLine(state, column);
    return true;
  }

  /** Consumes a token or white space. True at the end of a physical line. */
  #token(state: ScanState, text: string): boolean {
    const start = state.at;
    const code = text.charCodeAt(start);
    if (isNameStart(code)) {
      state.tokenStart = start;
      return scanWord(state);
    }
    switch (code) {
      case SPACE:
      case TAB:
      case FORM_FEED:
        state.at++;
        return false;
      case NEWLINE:
        state.at++;
        if (state.brackets.length === 0) endLogicalLine(state);
        // The grammar takes some lines inside brackets for new statements, by their indentation.
        else state.edit(start, state.at, "blank");
        return true;
      case HASH: {
        const comment = this.#comment(state);
        if (state.brackets.length > 0) state.remarks.inside(comment);
        else state.remarks.after(comment);
        return false;
      }
    }
    if (code === BACKSLASH && (text.charCodeAt(start + 1) === NEWLINE || start + 1 === text.length)) {
      state.edit(start, Math.min(start + 2, text.length), "blank");
      state.at += 2;
      return false;
    }
    state.tokenStart = start;
    if (isDigit(code) || (code === DOT && isDigit(text.charCodeAt(start + 1)))) scanNumber(state);
    else if (code === DOUBLE_QUOTE || code === SINGLE_QUOTE) scanString(state, start);
    else if (code >= 0x80) this.#foreign(state);
    else scanOperator(state);
    return false;
  }

  #comment(state: ScanState): Comment {
    const { text, at: start } = state;
    const newline = text.indexOf("\n", start);
    const end = newline < 0 ? text.length : newline;
    state.at = end;
    state.edit(start, end, "blank");
    const comment = text.slice(start + 1, end);
    this.#tabSize = tabSizeIn(comment) ?? this.#tabSize;
    return { text: comment, span: { start, end } };
  }

  /** Characters that no Python 2 token has. */
  #foreign(state: ScanState): void {
    const { at: start } = state;
    NON_ASCII.lastIndex = start;
    const text = NON_ASCII.exec(state.text)![0];
    state.at += text.length;
    const message = `unexpected character '${String.fromCodePoint(text.codePointAt(0)!)}'`;
    if (/^[\p{L}\p{M}\p{Nd}]+$/u.test(text)) state.python3Only(message, start, start + 1);
    else state.problem(message, start, start + 1);
    state.edit(start, state.at, "name");
    state.tokens = null;
    state.endToken("", true);
  }

  #result(): Scan {
    const {
      edits,
      tokens,
      literalRuns,
      lines,
      structure,
      problems,
      remarks,
      strings,
      prints,
      chevrons,
      execs,
      backticks,
      evidence,
    } = this.#state;
    const futures = this.#state.futures.names;
    const dialect = this.#assumed ?? evidence.verdict();
    const printIsFunction = dialect === "python3" || futures.has("print_function");
    if (dialect === "python3") for (const name of PYTHON3_FUTURES) futures.add(name);
    else for (const problem of this.#state.python3Syntax) problems.push(problem);
    if (printIsFunction) edits.replace("print", "name");
    if (dialect === "python3") edits.replace("exec", "name");
    return {
      edits,
      tokens: tokens?.offsets ?? null,
      literalRuns: literalRuns.found,
      wideTabs: this.#wideTabs,
      lines,
      deepest: structure.deepest,
      problems,
      remarks,
      strings,
      prints: printIsFunction ? new Set() : prints,
      chevrons,
      execs: dialect === "python3" ? new Set() : execs,
      backticks,
      futures,
      dialect,
      certain: this.#assumed !== null || evidence.certain,
    };
  }
}

/** Where the first token of a logical line is, if continuations come before it and not nothing but these. */
function afterContinuations(text: string, at: number): number {
  if (text.charCodeAt(at) !== BACKSLASH) return at;
  CONTINUATIONS.lastIndex = at;
  return at + (CONTINUATIONS.exec(text)?.[0].length ?? 0);
}
