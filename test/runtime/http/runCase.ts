import type { Case } from "./cases.ts";
import type { FaultServer, SeenRequest } from "./faultServer.ts";

/** What a case came to: what the program saw and what the server saw. The server's port is written `{port}`. */
export interface Outcome {
  readonly seen: object;
  readonly requests: readonly SeenRequest[];
}

/** Plays a case, by whoever can, and writes down both sides of it. */
export async function runCase(
  server: FaultServer,
  port: number,
  case_: Case,
  play: (ready: Case) => Promise<object>,
): Promise<Outcome> {
  const before = server.requests.length;
  const ready = JSON.parse(JSON.stringify(case_).replaceAll("{port}", String(port))) as Case;
  const seen = await play(ready);
  const requests = server.requests.slice(before);
  const outcome = JSON.stringify({ seen, requests });
  return JSON.parse(outcome.replaceAll(String(port), "{port}")) as Outcome;
}
