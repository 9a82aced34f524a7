import { dateFromOrdinal, PyDate } from "../datetime/PyDate.ts";
import { monthRange } from "./monthRange.ts";

/** `calendar.Calendar`: the days of months in weeks that begin with a weekday, Monday being 0. Days of other months are 0. */
export class Calendar {
  firstWeekday: number;

  constructor(firstWeekday = 0) {
    this.firstWeekday = firstWeekday;
  }

  getFirstWeekday(): number {
    return modulo(this.firstWeekday, 7);
  }

  setFirstWeekday(weekday: number): void {
    this.firstWeekday = weekday;
  }

  weekdays(): number[] {
    return [0, 1, 2, 3, 4, 5, 6].map((n) => modulo(this.firstWeekday + n, 7));
  }

  monthDays(year: number, month: number): number[] {
    const [first, days] = monthRange(year, month);
    return [
      ...Array<number>(modulo(first - this.firstWeekday, 7)).fill(0),
      ...Array.from({ length: days }, (_, n) => n + 1),
      ...Array<number>(modulo(this.firstWeekday - first - days, 7)).fill(0),
    ];
  }

  /** Days of the month with their weekdays. */
  monthDaysWithWeekdays(year: number, month: number): [day: number, weekday: number][] {
    const first = this.getFirstWeekday();
    return this.monthDays(year, month).map((day, n) => [day, (first + n) % 7]);
  }

  /** Whole weeks, with the dates of the months around; none beyond the year 9999. */
  monthDates(year: number, month: number): PyDate[] {
    const start = new PyDate(year, month, 1);
    const first = start.toordinal() - modulo(start.weekday() - this.getFirstWeekday(), 7);
    const count = this.monthDays(year, month).length;
    const last = PyDate.lastOrdinal - first + 1;
    return Array.from({ length: Math.min(count, last) }, (_, n) => dateFromOrdinal(first + n));
  }

  monthDaysCalendar(year: number, month: number): number[][] {
    return rows(this.monthDays(year, month), 7);
  }

  monthDaysWithWeekdaysCalendar(year: number, month: number): [day: number, weekday: number][][] {
    return rows(this.monthDaysWithWeekdays(year, month), 7);
  }

  monthDatesCalendar(year: number, month: number): PyDate[][] {
    return rows(this.monthDates(year, month), 7);
  }
}

/** The items in rows of so many. */
export function rows<T>(items: readonly T[], width: number): T[][] {
  const count = Math.ceil(items.length / width);
  return Array.from({ length: count }, (_, n) => items.slice(n * width, (n + 1) * width));
}

const modulo = (n: number, by: number): number => ((n % by) + by) % by;
