import { EnvironmentError } from "./EnvironmentError.ts";

/** Raised by files and, as the base of urllib2.URLError and socket.error, by the network. */
export class IOError extends EnvironmentError {
  override readonly name: string = "IOError";
}
