import { lookup } from "node:dns/promises";
import { socketError } from "./socketError.ts";

/** `socket.gethostbyname(host)`: its first IPv4 address; a `socket.gaierror` without one. */
export async function addressOf(host: string): Promise<string> {
  if (host === "") return "0.0.0.0";
  try {
    return (await lookup(host, 4)).address;
  } catch (error) {
    throw error instanceof Error ? socketError(error) : error;
  }
}
