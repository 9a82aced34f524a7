import type { Comment } from "../ast.ts";

/** What stands around a logical line besides its tokens. */
export interface Remarks {
  /** Comments on the lines before it and, after those, comments inside its brackets. */
  readonly leading: readonly Comment[];
  readonly trailingComment: Comment | null;
  readonly blankLinesBefore: number;
}

const NONE: readonly Comment[] = [];

export const NO_REMARKS: Remarks = { leading: NONE, trailingComment: null, blankLinesBefore: 0 };

/** Comments by the place they belong to; keys are offsets of first tokens. */
export interface RemarkTable {
  /** By the first token of a logical line, or of a statement after `;`. Lines without any have no entry. */
  readonly ofLine: ReadonlyMap<number, Remarks>;
  /** Comments after a block's last statement, indented as the block is; by the block's first token. */
  readonly ofBlock: ReadonlyMap<number, readonly Comment[]>;
  /** Comments after the last statement of the file. */
  readonly trailing: readonly Comment[];
}

interface OwnLineComment {
  readonly comment: Comment;
  readonly column: number;
  readonly blankLinesBefore: number;
}

/** Decides what each comment and blank line belongs to, while the scanner goes through the file. */
export class RemarkCollector implements RemarkTable {
  readonly ofLine = new Map<number, Remarks>();
  readonly ofBlock = new Map<number, readonly Comment[]>();
  trailing: readonly Comment[] = [];

  #pending: OwnLineComment[] = [];
  #inner: Comment[] = [];
  #blankLines = 0;
  #first = 0;
  #blankLinesBefore = 0;
  #leading: readonly Comment[] = NONE;
  #trailingComment: Comment | null = null;

  blankLine(): void {
    this.#blankLines++;
  }

  /** A comment alone on its line; `column` is 0-based, by CPython's rule for tabs. */
  ownLine(comment: Comment, column: number): void {
    this.#pending.push({ comment, column, blankLinesBefore: this.#blankLines });
    this.#blankLines = 0;
  }

  /** A comment between the brackets of the logical line. */
  inside(comment: Comment): void {
    this.#inner.push(comment);
  }

  /** A comment at the end of the logical line. */
  after(comment: Comment): void {
    this.#trailingComment = comment;
  }

  /** A block ends before the next logical line (or the end of file): comments indented as deep as it stay with it. */
  endBlock(firstToken: number, column: number): void {
    let count = 0;
    while (count < this.#pending.length && this.#pending[count]!.column >= column) count++;
    if (count > 0) this.ofBlock.set(firstToken, this.#pending.splice(0, count).map(commentOf));
  }

  beginLine(firstToken: number): void {
    this.#first = firstToken;
    this.#blankLinesBefore = this.#pending[0]?.blankLinesBefore ?? this.#blankLines;
    this.#leading = NONE;
    if (this.#pending.length > 0) {
      this.#leading = this.#pending.map(commentOf);
      this.#pending = [];
    }
    this.#blankLines = 0;
  }

  /** `last` is the first token of the line's last statement, where it has several; else the line's own. */
  endLine(last: number): void {
    const leading = this.#inner.length > 0 ? [...this.#leading, ...this.#inner] : this.#leading;
    const own = last === this.#first ? this.#trailingComment : null;
    if (leading.length > 0 || own !== null || this.#blankLinesBefore > 0) {
      this.ofLine.set(this.#first, { leading, trailingComment: own, blankLinesBefore: this.#blankLinesBefore });
    }
    if (own !== this.#trailingComment) {
      this.ofLine.set(last, { ...NO_REMARKS, trailingComment: this.#trailingComment });
    }
    if (this.#inner.length > 0) this.#inner = [];
    this.#trailingComment = null;
  }

  endFile(): void {
    this.trailing = this.#pending.map(commentOf);
  }
}

function commentOf({ comment }: OwnLineComment): Comment {
  return comment;
}
