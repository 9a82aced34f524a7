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

/** `logging.getLevelName(level)`. */
export function levelName(level: number): string {
  return names.get(level) ?? `Level ${level}`;
}

/** `logging.addLevelName(level, name)`. */
export function addLevelName(level: number, name: string): void {
  names.set(level, name);
}
