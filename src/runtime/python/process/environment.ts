import process from "node:process";
import { KeyError } from "../exceptions/KeyError.ts";

/** `os.environ[key]`: a KeyError for a variable that is not set. */
export function environment(key: string): string {
  const value = process.env[key];
  if (value === undefined) throw new KeyError(key);
  return value;
}
