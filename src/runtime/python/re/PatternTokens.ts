import { ReError } from "./ReError.ts";

/** A pattern's characters one by one, a backslash together with the character after it. */
export class PatternTokens {
  /** The next one; null at the end. */
  next: string | null = null;
  readonly #characters: readonly string[];
  #index = 0;

  constructor(pattern: string) {
    this.#characters = [...pattern];
    this.#advance();
  }

  #advance(): void {
    const character = this.#characters[this.#index];
    if (character === undefined) {
      this.next = null;
      return;
    }
    this.#index++;
    if (character !== "\\") {
      this.next = character;
      return;
    }
    const escaped = this.#characters[this.#index++];
    if (escaped === undefined) throw new ReError("bogus escape (end of line)");
    this.next = character + escaped;
  }

  /** Takes the next one. */
  get(): string | null {
    const { next } = this;
    this.#advance();
    return next;
  }

  /** Takes the next one if it is this. */
  take(token: string): boolean {
    if (this.next !== token) return false;
    this.#advance();
    return true;
  }

  /** Takes the next ones while they match, at most `limit`. */
  takeWhile(test: RegExp, limit = Infinity): string {
    let taken = "";
    for (let count = 0; count < limit && this.next !== null && test.test(this.next); count++) taken += this.get();
    return taken;
  }

  /** Takes all up to `end`, which is taken too. */
  takeTo(end: string): string {
    let taken = "";
    for (;;) {
      const token = this.get();
      if (token === null) throw new ReError("unterminated name");
      if (token === end) return taken;
      taken += token;
    }
  }

  tell(): readonly [index: number, next: string | null] {
    return [this.#index, this.next];
  }

  seek([index, next]: readonly [index: number, next: string | null]): void {
    this.#index = index;
    this.next = next;
  }
}
