import process from "node:process";

/** `sys.platform`: Linux is the one system that Python 2 and Node call differently. */
export const platformName: string = process.platform === "linux" ? "linux2" : process.platform;
