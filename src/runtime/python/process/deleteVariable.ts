import process from "node:process";
import { KeyError } from "../exceptions/KeyError.ts";

/** `del os.environ[key]`: a KeyError for a variable that is not set. */
export function deleteVariable(key: string): void {
  if (!Object.hasOwn(process.env, key)) throw new KeyError(key);
  Reflect.deleteProperty(process.env, key);
}
