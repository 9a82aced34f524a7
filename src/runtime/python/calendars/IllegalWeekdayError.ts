import { ValueError } from "../exceptions/ValueError.ts";

/** `calendar.IllegalWeekdayError`. */
export class IllegalWeekdayError extends ValueError {
  override readonly name: string = "IllegalWeekdayError";
  readonly weekday: number;

  constructor(weekday: number) {
    super(weekday);
    this.weekday = weekday;
  }

  override get qualifiedName(): string {
    return "calendar.IllegalWeekdayError";
  }

  override toString(): string {
    return `bad weekday number ${this.weekday}; must be 0 (Monday) to 6 (Sunday)`;
  }
}
