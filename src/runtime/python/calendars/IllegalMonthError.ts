import { ValueError } from "../exceptions/ValueError.ts";

/** `calendar.IllegalMonthError`. It has no arguments: what it is of is in its text alone. */
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
