import type { Comment, Span } from "./ast.ts";
import { BlockStructure, type LogicalLine } from "./block-structure.ts";
import { DialectEvidence, type Dialect } from "./dialect.ts";
import { RemarkCollector } from "./remarks.ts";
import {
  CLAUSE_KEYWORDS,
  GRAMMAR_ONLY_WORDS,
  HEADER_KEYWORDS,
  KEYWORDS,
  SPECIAL_WORDS,
  STATEMENT_ONLY_KEYWORDS,
} from "./reserved-words.ts";
import type { Edit, Rewrite, Scan, ScanProblem } from "./scan.ts";
import { stringLiteralEnd } from "./string-literal.ts";
import { grammarColumn, TAB_SIZE, tabSizeIn } from "./tab-size.ts";

const NUMBER = /(?:0[xX][0-9a-fA-F]+|0[bBoO][0-9_]+|(?:\d[\d_]*\.?[\d_]*|\.\d[\d_]*)(?:[eE][+-]?\d+)?)[jJlL]?/y;
const NON_ASCII = /[^\0-\x7f]+/y;
const STRING_PREFIX = /^(?:[uU]?[rR]?|[bB][rR]?|[rR][bB]|[fF][rR]?|[rR][fF])$/;

const DOT = 46;
/** What follows `nonlocal` where it is a keyword: a name, and not an operator that it is an operand of. */
const NONLOCAL_NAMES = /^[ \t]+(?!(?:and|or|not|in|is|if)\b)[A-Za-z_]/;
const ASYNC_HEADER = /^async[ \t]+(?:def|for|with)\b/;

/** Tokens other than operands that a logical line may end with. */
const MAY_END: ReadonlySet<string> = new Set("return raise yield pass break continue print : ;".split(" "));

/** Statements that may not end with a comma. */
const NO_TRAILING_COMMA: ReadonlySet<string> = new Set("import from global nonlocal assert raise exec".split(" "));

const FUTURES: ReadonlySet<string> = new Set(
  "nested_scopes generators division absolute_import with_statement print_function unicode_literals".split(" "),
);
const PYTHON3_FUTURES: ReadonlySet<string> = new Set("generator_stop annotations barry_as_FLUFL".split(" "));

const CLOSER: Readonly<Record<string, string>> = { "(": ")", "[": "]", "{": "}", "`": "`" };

interface Bracket {
  readonly opener: string;
  readonly at: number;
}

/** See `scan`; used once. */
export class Scanner {
  readonly #text: string;
  readonly #assumed: Dialect | null;
  #at = 0;

  readonly #edits: Edit[] = [];
  // Start and end of each token; null once there is one whose extent only the grammar knows.
  #tokens: number[] | null = [];
  #tokenStart = 0;
  #tabSize = TAB_SIZE;
  #wideTabs = false;
  readonly #problems: ScanProblem[] = [];
  readonly #remarks = new RemarkCollector();
  readonly #structure = new BlockStructure(this.#remarks, this.#problems);
  readonly #strings = new Map<number, Span[]>();
  readonly #prints = new Set<number>();
  readonly #chevrons = new Set<number>();
  readonly #execs = new Set<number>();
  readonly #backticks = new Set<number>();
  readonly #futures = new Set<string>();
  readonly #evidence = new DialectEvidence();
  // Whether the next statement may be the docstring, and whether imports from __future__ are too late.
  #atDocstring = true;
  #pastFutures = false;
  // Problems only if the file turns out to be Python 2.
  readonly #python3Syntax: ScanProblem[] = [];

  #brackets: Bracket[] = [];

  // The logical line.
  #line: LogicalLine | null = null;
  #firstWord = "";
  #statementWord = "";
  #statementStart = -1;
  #atStatementStart = false;
  #isHeader = false;
  #headerEnded = false;
  #lambdas = 0;
  #parameterLambdas = 0;
  #execWantsIn = false;
  #printCall = -1;
  #asyncFunction = false;

  // The previous token: its text if a word or operator, and whether an operand ended with it.
  #previous = "";
  #previousEnd = 0;
  #afterOperand = false;

  // The string literals being joined.
  #joined: Span[] | null = null;
  #editsBeforeJoined = 0;

  // Of dots in a row, the first.
  #firstDot = -1;

  constructor(text: string, assumed: Dialect | null) {
    this.#text = text;
    this.#assumed = assumed;
  }

  run(): Scan {
    this.#evidence.firstLine(this.#text.slice(0, Math.max(0, this.#text.indexOf("\n"))));
    const { length } = this.#text;
    let lineStart = true;
    while (this.#at < length) {
      if (lineStart) {
        lineStart = false;
        if (!this.#beginPhysicalLine()) {
          lineStart = true;
          continue;
        }
      }
      lineStart = this.#token();
    }
    this.#endOfFile();
    return this.#result();
  }

  #result(): Scan {
    const dialect = this.#assumed ?? this.#evidence.verdict();
    const printIsFunction = dialect === "python3" || this.#futures.has("print_function");
    if (dialect === "python3") {
      for (const name of ["print_function", "unicode_literals", "division", "absolute_import"]) this.#futures.add(name);
    } else {
      this.#problems.push(...this.#python3Syntax);
    }
    return {
      edits: printIsFunction ? this.#edits.map((edit) => asFunction(edit, dialect)) : this.#edits,
      tokens: this.#tokens,
      wideTabs: this.#wideTabs,
      lines: this.#structure.lines,
      problems: this.#problems,
      remarks: this.#remarks,
      strings: this.#strings,
      prints: printIsFunction ? new Set() : this.#prints,
      chevrons: this.#chevrons,
      execs: dialect === "python3" ? new Set() : this.#execs,
      backticks: this.#backticks,
      futures: this.#futures,
      dialect,
      certain: this.#assumed !== null || this.#evidence.certain,
    };
  }

  // ── lines ──────────────────────────────────────────────────────────────────────────────────────────────────────────────

  /** At the start of a physical line. False if it was blank or a comment, which is then consumed. */
  #beginPhysicalLine(): boolean {
    const text = this.#text;
    const start = this.#at;
    let column = 0;
    let odd = false;
    let spaces = false;
    for (; ; this.#at++) {
      const code = text.charCodeAt(this.#at);
      if (code === 32) {
        column++;
        spaces = true;
      } else if (code === 9) {
        column = (Math.floor(column / this.#tabSize) + 1) * this.#tabSize;
        odd ||= spaces;
      } else if (code === 12) {
        column = 0;
        odd = true;
      } else break;
    }
    if (this.#brackets.length > 0) return true;
    if (this.#at >= text.length || text[this.#at] === "\n") {
      this.#remarks.blankLine();
      this.#at++;
      return false;
    }
    if (text[this.#at] === "#") {
      this.#remarks.ownLine(this.#comment(), column);
      this.#at++;
      return false;
    }
    if (odd || (column > 0 && this.#tabSize !== TAB_SIZE)) {
      this.#edit(start, this.#at, "indent", grammarColumn(column, this.#tabSize));
      this.#wideTabs ||= this.#tabSize > TAB_SIZE;
    }
    this.#beginLogicalLine(column);
    return true;
  }

  #beginLogicalLine(column: number): void {
    const start = this.#at;
    this.#firstWord = this.#text.slice(start, nameEnd(this.#text, start));
    this.#line = {
      start,
      end: start,
      column,
      clause: CLAUSE_KEYWORDS.has(this.#firstWord),
      decorator: this.#text[start] === "@",
      opensBlock: false,
    };
    this.#structure.begin(this.#line);
    this.#remarks.beginLine(start);
    this.#statementStart = start;
    this.#atStatementStart = true;
    this.#headerEnded =
      !HEADER_KEYWORDS.has(this.#firstWord) &&
      !(this.#firstWord === "async" && ASYNC_HEADER.test(this.#text.slice(start, start + 40)));
    this.#isHeader = !this.#headerEnded;
    this.#lambdas = 0;
    this.#parameterLambdas = 0;
    this.#execWantsIn = false;
    this.#printCall = -1;
    this.#previous = "";
    this.#afterOperand = false;
  }

  #endLogicalLine(): void {
    const line = this.#line;
    if (line === null) return;
    this.#line = null;
    // A continuation alone makes a line without tokens.
    line.end = Math.max(this.#previousEnd, line.start + 1);
    this.#joined = null;
    this.#remarks.endLine(this.#isHeader ? line.start : this.#statementStart);
    line.opensBlock = this.#previous === ":" && this.#atStatementStart;
    this.#checkEnd(line.end);
    this.#endStatement();
  }

  /** The grammar reads on over the line end where a statement cannot end; Python does not. */
  #checkEnd(end: number): void {
    const last = this.#previous;
    if (last === "") return;
    const whole = last === "," ? !NO_TRAILING_COMMA.has(this.#statementWord) : this.#afterOperand || MAY_END.has(last);
    const star = last === "*" && this.#statementWord === "from";
    if (!this.#headerEnded) this.#problem("expected ':' after this", end, end);
    else if (!whole && !star) this.#problem(`expected something after '${last}'`, end, end);
  }

  /** At the end of a simple statement, or of a compound statement's line. */
  #endStatement(): void {
    const start = this.#statementStart;
    const simple = this.#structure.isTopLevel && !this.#isHeader;
    if (this.#statementWord === "import" || this.#statementWord === "from") {
      const text = this.#text.slice(start, this.#previousEnd);
      // Inside try and the like it is one of several spellings.
      if (simple) this.#evidence.importLine(text);
      if (this.#future(text, simple)) {
        this.#atDocstring = false;
        return;
      }
    }
    const docstring = this.#atDocstring && simple && this.#strings.get(start)?.at(-1)?.end === this.#previousEnd;
    this.#atDocstring = false;
    if (!docstring) this.#pastFutures = true;
  }

  /** Reads an import from `__future__`: only a docstring and others of its kind may precede it. */
  #future(text: string, simple: boolean): boolean {
    const future = /^from(?:\s|\\\n)+__future__(?:\s|\\\n)+import\b\s*\(?([^)]*)/.exec(text);
    if (future === null) return false;
    const start = this.#statementStart;
    const end = this.#previousEnd;
    if (!simple || this.#pastFutures) this.#problem("imports from __future__ must come first in a file", start, end);
    for (const name of future[1]!.replace(/#.*|\\\n/g, " ").split(",")) {
      const word = name.trim().split(/\s/)[0]!;
      if (word === "") continue;
      this.#futures.add(word);
      if (PYTHON3_FUTURES.has(word)) this.#python3(`'${word}' of __future__`, start);
      else if (!FUTURES.has(word)) this.#problem(`there is no '${word}' in __future__`, start, end);
    }
    return true;
  }

  #endOfFile(): void {
    this.#unclosed();
    this.#endLogicalLine();
    this.#structure.endFile();
    this.#remarks.endFile();
  }

  #unclosed(): void {
    const open = this.#brackets.at(-1);
    if (open === undefined) return;
    this.#problem(`'${open.opener}' is never closed`, open.at, open.at + 1);
    this.#brackets = [];
  }

  /** Takes back that line ends from an offset on are inside brackets. */
  #keepLineEnds(from: number): void {
    let tail = this.#edits.length;
    while (tail > 0 && this.#edits[tail - 1]!.start >= from) tail--;
    const kept = this.#edits.splice(tail).filter((edit) => this.#text[edit.start] !== "\n");
    this.#edits.push(...kept);
  }

  // ── tokens ─────────────────────────────────────────────────────────────────────────────────────────────────────────────

  /** Consumes a token or white space. True at the end of a physical line. */
  #token(): boolean {
    const text = this.#text;
    const start = this.#at;
    const code = text.charCodeAt(start);
    if (code === 32 || code === 9 || code === 12) {
      this.#at++;
      return false;
    }
    if (code === 10) {
      this.#at++;
      if (this.#brackets.length === 0) this.#endLogicalLine();
      // The grammar takes some lines inside brackets for new statements, by their indentation.
      else this.#edit(start, this.#at, "blank");
      return true;
    }
    if (code === 35) {
      const comment = this.#comment();
      if (this.#brackets.length > 0) this.#remarks.inside(comment);
      else this.#remarks.after(comment);
      return false;
    }
    if (code === 92 && (text[start + 1] === "\n" || start + 1 === text.length)) {
      this.#edit(start, Math.min(start + 2, text.length), "blank");
      this.#at += 2;
      return false;
    }
    this.#tokenStart = start;
    if (isNameStart(code)) return this.#word();
    if (isDigit(code) || (code === 46 && isDigit(text.charCodeAt(start + 1)))) this.#number();
    else if (code === 34 || code === 39) this.#string(start);
    else if (code >= 0x80) this.#foreign();
    else this.#operator(text[start]!);
    return false;
  }

  /** Ends the token that began at `start` and reaches to `#at`. */
  #endToken(text: string, operand: boolean): void {
    if (this.#atStatementStart) this.#statementWord = text;
    this.#tokens?.push(this.#tokenStart, this.#at);
    this.#previous = text;
    this.#previousEnd = this.#at;
    this.#afterOperand = operand;
    this.#atStatementStart = false;
    this.#joined = null;
  }

  #comment(): Comment {
    const start = this.#at;
    const newline = this.#text.indexOf("\n", start);
    this.#at = newline < 0 ? this.#text.length : newline;
    this.#edit(start, this.#at, "blank");
    const text = this.#text.slice(start + 1, this.#at);
    this.#tabSize = tabSizeIn(text) ?? this.#tabSize;
    return { text, span: { start, end: this.#at } };
  }

  /** A name, keyword or string prefix. True where it shows that the bracket around it was never closed. */
  #word(): boolean {
    const start = this.#at;
    const end = nameEnd(this.#text, start);
    const word = this.#text.slice(start, end);
    const next = this.#text.charCodeAt(end);
    if ((next === 34 || next === 39) && word.length <= 2 && STRING_PREFIX.test(word)) {
      this.#string(end);
      return false;
    }
    if (this.#brackets.length > 0 && STATEMENT_ONLY_KEYWORDS.has(word) && this.#beginsPhysicalLine(start)) {
      this.#unclosed();
      this.#keepLineEnds(this.#previousEnd);
      this.#endLogicalLine();
      this.#at = this.#text.lastIndexOf("\n", start) + 1;
      return true;
    }
    this.#at = end;
    const attribute = this.#previous === ".";
    if (!SPECIAL_WORDS.has(word)) {
      // The grammar knows more prefixes than Python 2.7, such as ub''.
      if (next === 34 || next === 39) this.#problem(`'${word}' is no prefix of a string`, start, end);
      this.#notAfterPrint();
      if (!attribute && next === DOT) this.#attributes(start);
      this.#endToken(word, true);
    } else if (word === "print") this.#printWord(start);
    else if (word === "exec") this.#execWord(start);
    else if (GRAMMAR_ONLY_WORDS.has(word) && (attribute || !this.#isPython3Keyword(word, end))) {
      this.#notAfterPrint();
      this.#edit(start, end, "name");
      // Not the keyword it is to Python 3: `nonlocal = a, b,` may end so.
      this.#endToken("x", true);
    } else if (attribute || !KEYWORDS.has(word)) {
      this.#notAfterPrint();
      this.#endToken(word, !GRAMMAR_ONLY_WORDS.has(word));
    } else this.#keyword(word, start);
    return false;
  }

  /** `a.b.c` without white space is one name to the grammar: fewer nodes to make and to read. */
  #attributes(start: number): void {
    const text = this.#text;
    let end = this.#at;
    while (text.charCodeAt(end) === DOT && isNameStart(text.charCodeAt(end + 1))) {
      const wordEnd = nameEnd(text, end + 1);
      const word = text.slice(end + 1, wordEnd);
      if (KEYWORDS.has(word) || word === "print" || word === "exec") break;
      end = wordEnd;
    }
    if (end === this.#at) return;
    this.#at = end;
    this.#edit(start, end, "name");
  }

  #beginsPhysicalLine(at: number): boolean {
    let before = at - 1;
    while (before >= 0 && isBlank(this.#text.charCodeAt(before))) before--;
    return this.#text[before] === "\n";
  }

  #keyword(word: string, start: number): void {
    if (word === "lambda" && this.#brackets.length === 0) this.#lambdas++;
    if (word === "in" && this.#execWantsIn && this.#brackets.length === 0) {
      this.#execWantsIn = false;
      this.#edit(start, this.#at, "in");
    }
    if (word === "from" && this.#previous === "yield") this.#python3("yield from", start);
    if (word === "from" && this.#statementWord === "raise" && !this.#atStatementStart)
      this.#python3("raise … from", start);
    if (word === "lambda" && this.#brackets.length === 1) this.#parameterLambdas++;
    if (word !== "in" && word !== "is" && word !== "and" && word !== "or" && word !== "if") this.#notAfterPrint();
    this.#endToken(word, false);
  }

  #printWord(start: number): void {
    const statement = this.#atStatementStart;
    if (statement) this.#prints.add(start);
    else if (!this.#futures.has("print_function")) this.#python3("print as a name", start);
    this.#edit(start, this.#at, statement ? "print" : "name");
    this.#endToken("print", !statement);
  }

  #execWord(start: number): void {
    const statement = this.#atStatementStart;
    if (statement) {
      this.#execs.add(start);
      this.#execWantsIn = true;
    } else this.#python3("exec as a name", start);
    this.#edit(start, this.#at, statement ? "exec" : "name");
    this.#endToken("exec", !statement);
  }

  /** Whether `async`, `await` or `nonlocal` is used as Python 3's keyword here. */
  #isPython3Keyword(word: string, end: number): boolean {
    const rest = this.#text.slice(end, end + 40);
    if (word === "async") {
      const pattern = this.#atStatementStart ? /^[ \t]+(?:def|for|with)\b/ : /^\s+for\b/;
      if (!pattern.test(rest) || (!this.#atStatementStart && !this.#asyncFunction)) return false;
      this.#asyncFunction = true;
    } else if (word === "await") {
      if (!this.#asyncFunction || !/^[ \t]*[\w(["']/.test(rest)) return false;
    } else if (word === "nonlocal") {
      if (!this.#atStatementStart || !NONLOCAL_NAMES.test(rest)) return false;
    } else return false;
    this.#python3(word, end - word.length);
    return true;
  }

  /** An operand follows directly: after `print` that is Python 2's statement. */
  #notAfterPrint(): void {
    if ((this.#previous === "print" || this.#previous === "exec") && !this.#afterOperand) this.#evidence.python2();
  }

  #number(): void {
    NUMBER.lastIndex = this.#at;
    const text = NUMBER.exec(this.#text)![0];
    if (/^0\d*[1-9]\d*[lL]?$|[lL]$/.test(text)) this.#evidence.python2();
    if (text.endsWith("_") || text.includes("__"))
      this.#problem("a digit must follow '_' in a number", this.#at, this.#at + text.length);
    else if (text.includes("_")) this.#python3("an underscore in a number", this.#at);
    this.#notAfterPrint();
    this.#at += text.length;
    this.#endToken("0", true);
  }

  /** `quote` is the offset of the opening quote; a prefix reaches from `#at` to it. */
  #string(quote: number): void {
    const start = this.#at;
    const prefix = this.#text.slice(start, quote).toLowerCase();
    this.#notAfterPrint();
    this.#at = this.#stringEnd(quote);
    if (prefix === "ur") this.#evidence.python2();
    if (prefix === "rb" || prefix.includes("f")) this.#python3(`the string prefix '${prefix}'`, start);
    const joined = this.#joined;
    if (prefix.includes("f")) {
      // What it is joined to has to be a string for the grammar too.
      if (joined !== null)
        this.#edits[this.#editsBeforeJoined] = { ...this.#edits[this.#editsBeforeJoined]!, rewrite: "string" };
      this.#tokens = null;
      this.#endToken("f''", true);
      return;
    }
    const span = { start, end: this.#at };
    if (joined === null) {
      // An f-string before it keeps the grammar's own joining.
      if (this.#previous === "f''") {
        this.#endToken("f''", true);
        return;
      }
      const spans = [span];
      this.#strings.set(start, spans);
      const before = this.#edits.length;
      this.#edit(start, this.#at, this.#stringRewrite(start));
      this.#endToken("''", true);
      this.#joined = spans;
      this.#editsBeforeJoined = before;
    } else {
      joined.push(span);
      this.#edits.length = this.#editsBeforeJoined;
      // One token for the grammar.
      if (this.#tokens !== null) this.#tokens.length -= 2;
      const first = joined[0]!.start;
      this.#tokenStart = first;
      this.#edit(first, this.#at, this.#stringRewrite(first));
      this.#endToken("''", true);
      this.#joined = joined;
    }
  }

  /** A name is cheaper for the grammar than a string, but must not run together with its neighbours (`'a'if b`). */
  #stringRewrite(start: number): Rewrite {
    const text = this.#text;
    if (start > 0 && isNamePart(text.charCodeAt(start - 1))) return "string";
    return this.#at < text.length && isNamePart(text.charCodeAt(this.#at)) ? "string" : "name";
  }

  #stringEnd(quote: number): number {
    const { end, triple, closed } = stringLiteralEnd(this.#text, quote);
    if (closed) return end;
    const what = triple ? "this triple-quoted string is never closed" : "this string is not closed on its line";
    this.#problem(what, quote, end);
    return end;
  }

  /** Characters that no Python 2 token has. */
  #foreign(): void {
    const start = this.#at;
    NON_ASCII.lastIndex = start;
    const text = NON_ASCII.exec(this.#text)![0];
    this.#at += text.length;
    const message = `unexpected character '${String.fromCodePoint(text.codePointAt(0)!)}'`;
    const problem = this.#problemHere(message, start, start + 1);
    if (/^[\p{L}\p{M}\p{Nd}]+$/u.test(text)) {
      this.#evidence.python3();
      this.#python3Syntax.push(problem);
    } else this.#problems.push(problem);
    this.#edit(start, this.#at, "name");
    this.#tokens = null;
    this.#endToken("", true);
  }

  #operator(symbol: string): void {
    const start = this.#at;
    const two = this.#text.slice(start, start + 2);
    const depth = this.#brackets.length;
    switch (symbol) {
      case "(":
      case "[":
      case "{":
        if (symbol !== "(") this.#notAfterPrint();
        else if (this.#previous === "print" && !this.#afterOperand && !this.#futures.has("print_function")) {
          this.#printCall = depth + 1;
        }
        return this.#open(symbol);
      case ")":
      case "]":
      case "}":
        return this.#close(symbol);
      case "`":
        this.#evidence.python2();
        if (this.#afterOperand && this.#brackets.at(-1)?.opener === "`") {
          this.#edit(start, start + 1, ")");
          return this.#close(symbol);
        }
        this.#backticks.add(start);
        this.#edit(start, start + 1, "(");
        return this.#open(symbol);
      case ":":
        if (depth === 0 && this.#lambdas > 0) this.#lambdas--;
        else if (depth === 0 && !this.#headerEnded) return this.#endHeader();
        else if (depth === 0) this.#python3("an annotation", start);
        else if (depth === 1 && this.#parameterLambdas > 0) this.#parameterLambdas--;
        else if (depth === 1 && this.#firstWord === "def" && !this.#headerEnded) this.#python3("an annotation", start);
        break;
      case ";":
        if (depth === 0) return this.#endSimpleStatement();
        break;
      case ",":
        if (depth === 0 && (this.#firstWord === "except" || this.#statementWord === "raise") && this.#lambdas === 0) {
          this.#evidence.python2();
        }
        break;
      case "=":
        if (depth === this.#printCall && two !== "==" && this.#parameterLambdas === 0) {
          this.#python3("print(…) with a keyword", start);
        }
        break;
      case "*":
        if (
          depth === this.#printCall &&
          (this.#previous === "(" || this.#previous === ",") &&
          this.#parameterLambdas === 0
        ) {
          this.#python3("print(*…)", start);
        }
        break;
      case "&":
      case "^":
        // The grammar has the precedences of these two exchanged; so the skeleton has the operators exchanged.
        if (two[1] !== "=") this.#edit(start, start + 1, symbol === "&" ? "^" : "&");
        break;
      case "<":
        if (two === "<>") this.#evidence.python2();
        break;
      case ">":
        if (
          two === ">>" &&
          this.#previous === "print" &&
          this.#prints.has(this.#statementStart) &&
          !this.#afterOperand
        ) {
          this.#evidence.python2();
          this.#chevrons.add(this.#statementStart);
          this.#edit(start, start + 2, "chevron");
          this.#at += 2;
          this.#endToken(two, false);
          if (this.#tokens !== null) this.#tokens.length -= 2;
          return;
        }
        break;
      case "-":
        if (two === "->") this.#python3("'->'", start);
        break;
    }
    if (symbol === "." && depth > 0 && this.#previous === ".") this.#dots(start);
    else this.#firstDot = start;
    if (start === this.#firstDot + 2 && this.#text.startsWith("...", this.#firstDot)) {
      this.#at++;
      return this.#endToken("...", true);
    }
    this.#at += operatorLength(this.#text, start);
    this.#endToken(LONG_OPERATORS.has(two) ? two : symbol, false);
  }

  /** The second or third dot of `. . .`, which Python 2.7 takes for an ellipsis with white space too. */
  #dots(start: number): void {
    const before = this.#text.slice(this.#firstDot + 1, start).trim();
    if (before === "." && start > this.#firstDot + 2) this.#edit(this.#firstDot, start + 1, "...");
  }

  #endHeader(): void {
    this.#at++;
    this.#endToken(":", false);
    this.#headerEnded = true;
    this.#atStatementStart = true;
    this.#statementStart = this.#at;
    this.#skipBlanks();
  }

  #endSimpleStatement(): void {
    this.#checkEnd(this.#previousEnd);
    if (this.#previous !== ";") this.#endStatement();
    this.#at++;
    this.#endToken(";", false);
    this.#skipBlanks();
    if (this.#text[this.#at] === "\n" || this.#text[this.#at] === "#") return;
    this.#atStatementStart = true;
    this.#execWantsIn = false;
    this.#printCall = -1;
    this.#statementStart = this.#at;
  }

  #skipBlanks(): void {
    while (isBlank(this.#text.charCodeAt(this.#at))) this.#at++;
    if (this.#previous === ":") this.#statementStart = this.#at;
  }

  #open(opener: string): void {
    this.#brackets.push({ opener, at: this.#at++ });
    this.#endToken(opener, false);
  }

  #close(closer: string): void {
    const open = this.#brackets.pop();
    if (open === undefined) this.#problem(`'${closer}' closes nothing`, this.#at, this.#at + 1);
    else if (CLOSER[open.opener] !== closer) {
      this.#problem(
        `expected '${CLOSER[open.opener]}' to close '${open.opener}', found '${closer}'`,
        this.#at,
        this.#at + 1,
      );
    }
    this.#at++;
    if (this.#brackets.length < this.#printCall) this.#printCall = -1;
    this.#endToken(closer, true);
  }

  #edit(start: number, end: number, rewrite: Rewrite, column = 0): void {
    this.#edits.push({ start, end, rewrite, column });
  }

  /** Syntax that Python 2.7 refuses: evidence of Python 3, and a problem if the file is Python 2 all the same. */
  #python3(what: string, start: number): void {
    this.#evidence.python3();
    this.#python3Syntax.push(this.#problemHere(`${what} is Python 3's`, start, this.#at));
  }

  #problem(message: string, start: number, end: number): void {
    this.#problems.push(this.#problemHere(message, start, end));
  }

  #problemHere(message: string, start: number, end: number): ScanProblem {
    return { message, span: { start, end }, line: this.#structure.lines.length - 1, indentation: false };
  }
}

/** Operators of two characters that must not be taken for their first one; for the others it makes no difference. */
const LONG_OPERATORS: ReadonlySet<string> = new Set("== != <= >= -> >> << ** // <> &= ^= :=".split(" "));

/** As the grammar takes tokens: `+=` and `**=` are one. */
function operatorLength(text: string, start: number): number {
  const first = text[start]!;
  const second = text[start + 1];
  if (second === "=" && "=!<>+-*/%&|^@:".includes(first)) return 2;
  if (second === first && "<>*/".includes(first)) return text[start + 2] === "=" ? 3 : 2;
  return (first === "-" || first === "<") && second === ">" ? 2 : 1;
}

function asFunction(edit: Edit, dialect: Dialect): Edit {
  if (edit.rewrite === "print") return { ...edit, rewrite: "name" };
  if (edit.rewrite === "exec" && dialect === "python3") return { ...edit, rewrite: "name" };
  return edit;
}

function isNameStart(code: number): boolean {
  return (code >= 97 && code <= 122) || (code >= 65 && code <= 90) || code === 95;
}

/** Where the name or number that begins at an offset ends. */
function nameEnd(text: string, start: number): number {
  const { length } = text;
  for (let end = start; end < length; end++) {
    const code = text.charCodeAt(end);
    if (!isNameStart(code) && !isDigit(code)) return end;
  }
  return length;
}

/** Whether a character could be part of a name. */
function isNamePart(code: number): boolean {
  return isNameStart(code) || isDigit(code) || code >= 0x80;
}

function isDigit(code: number): boolean {
  return code >= 48 && code <= 57;
}

function isBlank(code: number): boolean {
  return code === 32 || code === 9 || code === 12;
}
