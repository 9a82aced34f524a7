/**
 * The typed tree of Python 2.7 (and of the Python 3 spellings that legacy files share with it).
 *
 * Node names and fields follow CPython's own `ast` module, so that the two can be compared node by node; where they differ it is
 * to keep what `ast` throws away (comments, blank lines, both ends of a node) or to merge what it splits (`Try`). All of the vocabulary is
 * in this one file, for expressions and statements hold each other (`Lambda` has the parameters of a `FunctionDef`).
 */

import type { Dialect } from "./scan/dialect.ts";

/** A stretch of `Source.text`: UTF-16 offsets, `end` exclusive. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** A comment without its `#` and without the line end. `span` includes the `#`. */
export interface Comment {
  readonly text: string;
  readonly span: Span;
}

/** A Python file, parsed. */
export interface Module extends Span {
  readonly kind: "Module";
  readonly body: readonly Statement[];
  /** Comments after the last statement. */
  readonly trailing: readonly Comment[];
  /** Names imported from `__future__`; for a file taken for Python 3, all four that make Python 2 read as Python 3. */
  readonly futures: ReadonlySet<string>;
  readonly dialect: Dialect;
}

/** Statements of one suite; `trailing` are comments after its last statement that are indented as the suite is. */
export interface Block extends Span {
  readonly body: readonly Statement[];
  readonly trailing: readonly Comment[];
}

interface Base<K extends string> extends Span {
  readonly kind: K;
}

interface StatementBase<K extends string> extends Base<K> {
  /**
   * Comments on the lines before the statement, in order; then those inside its brackets. The first statement of an `else` or
   * `finally` has those of the clause's header too, and a definition those among its decorators.
   */
  readonly leading: readonly Comment[];
  /** A comment on the statement's last line (for a compound statement: on the line of its header's colon). */
  readonly trailingComment: Comment | null;
  /** Blank lines between what comes before (statement or leading comment block) and this statement's first leading comment or itself. */
  readonly blankLinesBefore: number;
}

// ── expressions ──────────────────────────────────────────────────────────────────────────────────────────────────────────

export interface Name extends Base<"Name"> {
  readonly id: string;
}

/** `10`, `0777`, `10L`, `1.5`, `2j`. `value` is exact for integers; `imag` holds the float factor of an imaginary literal. */
export interface Num extends Base<"Num"> {
  readonly number:
    | { readonly type: "int"; readonly value: bigint }
    | { readonly type: "long"; readonly value: bigint }
    | { readonly type: "float"; readonly value: number }
    | { readonly type: "imag"; readonly value: number };
}

/**
 * A string literal, adjacent ones joined.
 * `type: "bytes"` is Python 2's `str`: `value` has one character (U+0000..U+00FF) a byte, in the file's own encoding.
 * `type: "unicode"`: `value` has one character a code unit.
 */
export interface Str extends Base<"Str"> {
  readonly type: "bytes" | "unicode";
  readonly value: string;
  /** True when written with triple quotes. */
  readonly triple: boolean;
}

/** A Python 3 f-string: literal text and replacement fields in turn. */
export interface JoinedStr extends Base<"JoinedStr"> {
  readonly parts: readonly (string | FormattedValue)[];
}

export interface FormattedValue extends Base<"FormattedValue"> {
  readonly value: Expression;
  readonly conversion: "s" | "r" | "a" | null;
  readonly format: JoinedStr | null;
}

export interface BoolOp extends Base<"BoolOp"> {
  readonly op: "and" | "or";
  /** Two or more; `a and b and c` is one node, as in CPython. */
  readonly values: readonly Expression[];
}

export type BinaryOperator = "+" | "-" | "*" | "/" | "//" | "%" | "**" | "<<" | ">>" | "|" | "^" | "&" | "@";

export interface BinOp extends Base<"BinOp"> {
  readonly op: BinaryOperator;
  readonly left: Expression;
  readonly right: Expression;
}

export interface UnaryOp extends Base<"UnaryOp"> {
  readonly op: "not" | "-" | "+" | "~";
  readonly operand: Expression;
}

export type CompareOperator = "<" | "<=" | "==" | "!=" | ">" | ">=" | "is" | "is not" | "in" | "not in";

/** `a < b < c`: operators and comparators in parallel. `<>` is read as `!=`. */
export interface Compare extends Base<"Compare"> {
  readonly left: Expression;
  readonly ops: readonly CompareOperator[];
  readonly comparators: readonly Expression[];
}

export interface Lambda extends Base<"Lambda"> {
  readonly params: Parameters;
  readonly body: Expression;
  /** What it was written out from, where the text has no lambda. */
  readonly partial?: Partial;
}

/** `functools.partial(f, …)`, taken for a call of one function. */
export interface Partial {
  readonly func: Expression;
  /** The function of the program; null of any other, of which it is not known what it takes beside the values that it is called with. */
  readonly target: FunctionDef | null;
  /** How many arguments it takes by position: those behind one that is given by name it does not. */
  readonly most: number;
}

export interface IfExp extends Base<"IfExp"> {
  readonly test: Expression;
  readonly body: Expression;
  readonly orelse: Expression;
}

export interface Dict extends Base<"Dict"> {
  /** `key: null` is Python 3's `**value`. */
  readonly items: readonly { readonly key: Expression | null; readonly value: Expression }[];
}

export interface Set extends Base<"Set"> {
  readonly elts: readonly Expression[];
}

export interface List extends Base<"List"> {
  readonly elts: readonly Expression[];
}

export interface Tuple extends Base<"Tuple"> {
  readonly elts: readonly Expression[];
}

/** Python 3's `*x` in a list or a target. */
export interface Starred extends Base<"Starred"> {
  readonly value: Expression;
}

export interface Comprehension extends Span {
  readonly target: Expression;
  readonly iter: Expression;
  readonly ifs: readonly Expression[];
}

export interface ListComp extends Base<"ListComp"> {
  readonly elt: Expression;
  readonly generators: readonly Comprehension[];
}

export interface SetComp extends Base<"SetComp"> {
  readonly elt: Expression;
  readonly generators: readonly Comprehension[];
}

export interface GeneratorExp extends Base<"GeneratorExp"> {
  readonly elt: Expression;
  readonly generators: readonly Comprehension[];
}

export interface DictComp extends Base<"DictComp"> {
  readonly key: Expression;
  readonly value: Expression;
  readonly generators: readonly Comprehension[];
}

export interface Yield extends Base<"Yield"> {
  readonly value: Expression | null;
  /** Python 3's `yield from`. */
  readonly from: boolean;
}

/** Python 3's `await x`. */
export interface Await extends Base<"Await"> {
  readonly value: Expression;
}

export interface Keyword extends Span {
  readonly name: string;
  readonly value: Expression;
}

export interface Call extends Base<"Call"> {
  readonly func: Expression;
  readonly args: readonly Expression[];
  readonly keywords: readonly Keyword[];
  /** `*args` (the last one where Python 3 allows several; then earlier ones are `Starred` in `args`). */
  readonly starargs: Expression | null;
  readonly kwargs: Expression | null;
}

/** Backticks. */
export interface Repr extends Base<"Repr"> {
  readonly value: Expression;
}

export interface Attribute extends Base<"Attribute"> {
  readonly value: Expression;
  /** It is the end of the node's text. */
  readonly attr: string;
  /** It is stored past `__setattr__`: what was written is `value.__dict__['attr']`. */
  readonly direct?: true;
}

export interface Subscript extends Base<"Subscript"> {
  readonly value: Expression;
  readonly slice: Slice;
}

export type Slice =
  | { readonly type: "index"; readonly value: Expression }
  | {
      readonly type: "slice";
      readonly lower: Expression | null;
      readonly upper: Expression | null;
      readonly step: Expression | null;
    }
  | { readonly type: "extended"; readonly dims: readonly Slice[] }
  | { readonly type: "ellipsis" };

/** Text that could not be parsed, where an expression stood. */
export interface InvalidExpression extends Base<"InvalidExpression"> {
  readonly message: string;
}

export type Expression =
  | Name
  | Num
  | Str
  | JoinedStr
  | BoolOp
  | BinOp
  | UnaryOp
  | Compare
  | Lambda
  | IfExp
  | Dict
  | Set
  | List
  | Tuple
  | Starred
  | ListComp
  | SetComp
  | GeneratorExp
  | DictComp
  | Yield
  | Await
  | Call
  | Repr
  | Attribute
  | Subscript
  | InvalidExpression;

export type ExpressionKind = Expression["kind"];

// ── statements ───────────────────────────────────────────────────────────────────────────────────────────────────────────

export interface Parameter extends Span {
  /** A name, or (Python 2) a tuple of targets: `def f((a, b)):`. */
  readonly target: Name | Tuple;
  readonly default: Expression | null;
  readonly annotation: Expression | null;
}

export interface Parameters extends Span {
  readonly positional: readonly Parameter[];
  readonly vararg: Parameter | null;
  readonly kwonly: readonly Parameter[];
  readonly kwarg: Parameter | null;
}

export interface FunctionDef extends StatementBase<"FunctionDef"> {
  readonly name: string;
  readonly params: Parameters;
  readonly body: Block;
  readonly decorators: readonly Expression[];
  readonly returns: Expression | null;
  /** Python 3's `async def`. */
  readonly async: boolean;
  /** What Python calls it in its errors, where that is another name: see `namedTupleBases`. */
  readonly calledAs?: string;
  /** A `__new__` that gives the objects of its class, which `__init__` asks for first: see `objectMakers`. */
  readonly makes?: true;
  /** It takes whatever it is given, and looks at none of it. */
  readonly ignores?: boolean;
  /** An `__init__` that only does so. */
  readonly isAdded?: true;
}

export interface ClassDef extends StatementBase<"ClassDef"> {
  readonly name: string;
  readonly bases: readonly Expression[];
  readonly keywords: readonly Keyword[];
  readonly body: Block;
  readonly decorators: readonly Expression[];
  /** What is abstract in it, so that no object of it can be made: see `abstractClasses`. */
  readonly abstract?: readonly string[];
}

export interface Return extends StatementBase<"Return"> {
  readonly value: Expression | null;
}

export interface Delete extends StatementBase<"Delete"> {
  readonly targets: readonly Expression[];
}

export interface Assign extends StatementBase<"Assign"> {
  /** `a = b = v` has two targets. */
  readonly targets: readonly Expression[];
  readonly value: Expression;
}

export interface AugAssign extends StatementBase<"AugAssign"> {
  readonly target: Expression;
  readonly op: BinaryOperator;
  readonly value: Expression;
}

export interface AnnAssign extends StatementBase<"AnnAssign"> {
  readonly target: Expression;
  readonly annotation: Expression;
  readonly value: Expression | null;
}

/** The print *statement*; with `print_function`, `print(x)` is a `Call`. */
export interface Print extends StatementBase<"Print"> {
  readonly dest: Expression | null;
  readonly values: readonly Expression[];
  /** False after a trailing comma. */
  readonly newline: boolean;
  /** It was two statements, of which the first ended in a comma. */
  readonly isJoined?: true;
}

export interface For extends StatementBase<"For"> {
  readonly target: Expression;
  readonly iter: Expression;
  readonly body: Block;
  readonly orelse: Block | null;
}

export interface While extends StatementBase<"While"> {
  readonly test: Expression;
  readonly body: Block;
  readonly orelse: Block | null;
}

/** `elif` is an `If` alone in `orelse`, flagged so that emission can write `else if`. */
export interface If extends StatementBase<"If"> {
  readonly test: Expression;
  readonly body: Block;
  readonly orelse: Block | null;
  readonly elif: boolean;
}

export interface With extends StatementBase<"With"> {
  readonly items: readonly { readonly context: Expression; readonly target: Expression | null }[];
  readonly body: Block;
}

export interface Raise extends StatementBase<"Raise"> {
  /** `raise type, inst, tback`; `raise X from Y` has `cause`. */
  readonly type: Expression | null;
  readonly inst: Expression | null;
  readonly tback: Expression | null;
  readonly cause: Expression | null;
}

export interface ExceptHandler extends Span {
  /** Comments before the clause, and on its header line. */
  readonly leading: readonly Comment[];
  readonly trailingComment: Comment | null;
  readonly type: Expression | null;
  /** `except X, e`: any target; `except X as e`: a name. */
  readonly target: Expression | null;
  readonly body: Block;
}

/** CPython 2.7 nests `TryFinally([TryExcept])`; here it is one node. */
export interface Try extends StatementBase<"Try"> {
  readonly body: Block;
  readonly handlers: readonly ExceptHandler[];
  readonly orelse: Block | null;
  readonly finalbody: Block | null;
}

export interface Assert extends StatementBase<"Assert"> {
  readonly test: Expression;
  readonly msg: Expression | null;
}

export interface Alias extends Span {
  /** Dotted, or `*`. */
  readonly name: string;
  readonly asname: string | null;
}

export interface Import extends StatementBase<"Import"> {
  readonly names: readonly Alias[];
}

export interface ImportFrom extends StatementBase<"ImportFrom"> {
  /** Dotted; empty for `from . import x`. */
  readonly module: string;
  readonly names: readonly Alias[];
  /** Leading dots. */
  readonly level: number;
}

export interface Exec extends StatementBase<"Exec"> {
  readonly body: Expression;
  readonly globals: Expression | null;
  readonly locals: Expression | null;
}

export interface Global extends StatementBase<"Global"> {
  readonly names: readonly string[];
}

export interface Nonlocal extends StatementBase<"Nonlocal"> {
  readonly names: readonly string[];
}

export interface ExpressionStatement extends StatementBase<"Expr"> {
  readonly value: Expression;
}

export interface Pass extends StatementBase<"Pass"> {}
export interface Break extends StatementBase<"Break"> {}
export interface Continue extends StatementBase<"Continue"> {}

/** Lines that could not be parsed, where statements stood; there is a `SyntaxProblem` for each. */
export interface InvalidStatement extends StatementBase<"Invalid"> {
  readonly message: string;
}

export type Statement =
  | FunctionDef
  | ClassDef
  | Return
  | Delete
  | Assign
  | AugAssign
  | AnnAssign
  | Print
  | For
  | While
  | If
  | With
  | Raise
  | Try
  | Assert
  | Import
  | ImportFrom
  | Exec
  | Global
  | Nonlocal
  | ExpressionStatement
  | Pass
  | Break
  | Continue
  | InvalidStatement;

export type StatementKind = Statement["kind"];

export type Node = Module | Expression | Statement | FormattedValue;

/** A syntax error: what was expected or found, in our words. */
export interface SyntaxProblem {
  readonly message: string;
  readonly span: Span;
}
