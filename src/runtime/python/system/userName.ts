import { userInfo } from "node:os";
import process from "node:process";

/** `getpass.getuser()`: the user's name, by the environment first. */
export function userName(): string {
  const { LOGNAME, USER, LNAME, USERNAME } = process.env;
  return LOGNAME || USER || LNAME || USERNAME || userInfo().username;
}
