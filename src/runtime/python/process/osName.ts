import process from "node:process";

/** `os.name`. */
export const osName: string = process.platform === "win32" ? "nt" : "posix";
