import { ValueError } from "../exceptions/ValueError.ts";

type LevelName = "NOTSET" | "DEBUG" | "INFO" | "WARNING" | "ERROR" | "CRITICAL";

/** The levels of `logging`: numbers like any other. */
export const LogLevel: Readonly<Record<LevelName, number>> = {
  NOTSET: 0,
  DEBUG: 10,
  INFO: 20,
  WARNING: 30,
  ERROR: 40,
  CRITICAL: 50,
};

const names = new Map<number, string>(Object.entries(LogLevel).map(([name, level]) => [level, name]));
const numbers = new Map<string, number>([...Object.entries(LogLevel), ["WARN", LogLevel.WARNING]]);

/** `logging.getLevelName(level)` of a number. */
export function levelName(level: number): string {
  return names.get(level) ?? `Level ${level}`;
}

/** `logging.getLevelName(name)`: the number, or a text where there is none. */
export function levelOfName(name: string): number | string {
  return numbers.get(name) ?? `Level ${name}`;
}

/** A level that is given as a number or by its name. */
export function checkLevel(level: number | string): number {
  if (typeof level === "number") return level;
  const found = numbers.get(level);
  if (found === undefined) throw new ValueError(`Unknown level: '${level}'`);
  return found;
}

/** `logging.addLevelName(level, name)`. */
export function addLevelName(level: number, name: string): void {
  names.set(level, name);
  numbers.set(name, level);
}
