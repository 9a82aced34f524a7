import { center } from "../text/center.ts";
import { writeStdout } from "../output/writeStdout.ts";
import { Calendar, rows } from "./Calendar.ts";
import { calendarDayNames, calendarDayShortNames, calendarMonthNames } from "./calendarNames.ts";
import { IllegalWeekdayError } from "./IllegalWeekdayError.ts";

type Week = readonly (readonly [day: number, weekday: number])[];

/** `calendar.TextCalendar`: months and years as the program cal prints them. */
export class TextCalendar extends Calendar {
  formatWeek(week: Week, width: number): string {
    return week.map(([day]) => center(day === 0 ? "" : String(day).padStart(2), width)).join(" ");
  }

  formatWeekHeader(width: number): string {
    const names = width >= 9 ? calendarDayNames : calendarDayShortNames;
    return this.weekdays()
      .map((day) => center((names[day] ?? "").slice(0, width), width))
      .join(" ");
  }

  formatMonthName(year: number, month: number, width: number, withYear = true): string {
    const name = calendarMonthNames[month] ?? "";
    return center(withYear ? `${name} ${year}` : name, width);
  }

  /** A month; `w` is the width of a day's column, `l` the lines of each week. */
  formatMonth(year: number, month: number, w = 0, l = 0): string {
    const width = Math.max(2, w);
    const newline = "\n".repeat(Math.max(1, l));
    const title = this.formatMonthName(year, month, 7 * (width + 1) - 1);
    const weeks = this.monthDaysWithWeekdaysCalendar(year, month).map((week) => this.formatWeek(week, width));
    return [title, this.formatWeekHeader(width), ...weeks].map((line) => line.trimEnd() + newline).join("");
  }

  /** A year; `c` are the blanks between months, `m` the months beside each other. */
  formatYear(year: number, w = 2, l = 1, c = 6, m = 3): string {
    const [width, gap] = [Math.max(2, w), Math.max(2, c)];
    const newline = "\n".repeat(Math.max(1, l));
    const column = (width + 1) * 7 - 1;
    const beside = (cells: readonly string[]): string =>
      cells
        .map((cell) => center(cell, column))
        .join(" ".repeat(gap))
        .trimEnd();
    const header = this.formatWeekHeader(width);
    let text = center(String(year), column * m + gap * (m - 1)).trimEnd() + newline;
    for (const months of rows([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12], m)) {
      const weeks = months.map((month) => this.monthDaysWithWeekdaysCalendar(year, month));
      text += newline + beside(months.map((month) => this.formatMonthName(year, month, column, false))) + newline;
      text += beside(months.map(() => header)) + newline;
      const height = Math.max(...weeks.map((all) => all.length));
      for (let row = 0; row < height; row++) {
        const cells = weeks.map((all) => this.formatWeek(all[row] ?? [], width));
        text += beside(cells) + newline;
      }
    }
    return text;
  }

  printMonth(year: number, month: number, w = 0, l = 0): void {
    writeStdout(this.formatMonth(year, month, w, l));
  }

  printYear(year: number, w = 0, l = 0, c = 6, m = 3): void {
    writeStdout(`${this.formatYear(year, w, l, c, m)}\n`);
  }
}

/** The calendar that the functions of the module use. */
export const sharedCalendar = new TextCalendar();

/** `calendar.setfirstweekday(weekday)`. */
export function setFirstWeekday(weekday: number): void {
  if (weekday < 0 || weekday > 6) throw new IllegalWeekdayError(weekday);
  sharedCalendar.setFirstWeekday(weekday);
}
