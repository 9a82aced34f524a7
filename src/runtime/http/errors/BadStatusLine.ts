import { HTTPException } from "./HTTPException.ts";

/** The answer's first line is missing or has no valid status; `line` is what arrived, or says that nothing did. */
export class BadStatusLine extends HTTPException {
  override readonly name: string = "BadStatusLine";
  readonly line: string;

  constructor(line: string) {
    const shown = line === "" ? "''" : line;
    super(shown);
    this.line = shown;
  }
}
