import { type WrapOptions, wrapText } from "./wrapText.ts";

/** `textwrap.TextWrapper`: the options of `wrapText`, which may be changed. */
export class TextWrapper {
  width: number;
  initialIndent: string;
  subsequentIndent: string;
  readonly #options: WrapOptions;

  constructor(width = 70, options: WrapOptions = {}) {
    this.width = width;
    this.initialIndent = options.initialIndent ?? "";
    this.subsequentIndent = options.subsequentIndent ?? "";
    this.#options = options;
  }

  wrap(text: string): string[] {
    const { initialIndent, subsequentIndent } = this;
    return wrapText(text, this.width, { ...this.#options, initialIndent, subsequentIndent });
  }

  fill(text: string): string {
    return this.wrap(text).join("\n");
  }
}
