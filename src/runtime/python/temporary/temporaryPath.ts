import { joinPath } from "../files/joinPath.ts";
import { temporaryFolder } from "./temporaryFolder.ts";

const CHARACTERS = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_";

/** How names of temporary files are made. */
export interface TemporaryOptions {
  readonly suffix?: string;
  readonly prefix?: string;
  readonly dir?: string | null;
}

/** A path that nobody else will think of, as tempfile makes them. */
export function temporaryPath({ suffix = "", prefix = "tmp", dir = null }: TemporaryOptions = {}): string {
  const letters = Array.from({ length: 6 }, () => CHARACTERS[Math.floor(Math.random() * CHARACTERS.length)]);
  return joinPath(dir ?? temporaryFolder(), `${prefix}${letters.join("")}${suffix}`);
}
