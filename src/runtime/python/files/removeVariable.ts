import process from "node:process";
import { environment } from "../process/environment.ts";

/** `del os.environ[name]`: a KeyError where there is no such variable. */
export function removeVariable(name: string): void {
  environment(name);
  Reflect.deleteProperty(process.env, name);
}
