import process from "node:process";

/** `sys.argv`: the script as it was started, and its arguments. One array for all who ask, as a program may change it. */
export const argv: string[] = process.argv.slice(1);
