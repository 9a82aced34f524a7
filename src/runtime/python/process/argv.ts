import { relative } from "node:path";
import process from "node:process";

/**
 * `sys.argv`: the script as it was started, and its arguments. One array for all who ask, as a program may change it. Python has the path
 * as it was typed, Node the whole path: what is below the working folder was most likely typed so.
 */
export const argv: string[] = [typed(process.argv[1] ?? ""), ...process.argv.slice(2)];

function typed(path: string): string {
  const below = relative(process.cwd(), path);
  return below.startsWith("..") ? path : below;
}
