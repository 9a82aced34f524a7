import { ValueError } from "../exceptions/ValueError.ts";

/** `calendar.IllegalMonthError`: its argument is the month, its text a sentence. */
export class IllegalMonthError extends ValueError {
  override readonly name: string = "IllegalMonthError";
  readonly month: number;

  constructor(month: number) {
    super(month);
    this.month = month;
  }

  override get qualifiedName(): string {
    return "calendar.IllegalMonthError";
  }

  override toString(): string {
    return `bad month number ${this.month}; must be 1-12`;
  }
}
