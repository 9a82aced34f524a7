import type { Case } from "./cases/Case.ts";
import type { Listeners } from "./listeners.ts";

/** What a case came to: what the program saw and what the servers saw. A listener's port is written as its name: `{port}`. */
export interface Outcome {
  readonly seen: object;
  readonly requests: readonly { readonly line: string; readonly fields: readonly string[]; readonly body: string }[];
}

/** Plays a case, by whoever can, and writes down both sides of it. */
export async function runCase(
  listeners: Listeners,
  case_: Case,
  play: (ready: Case) => Promise<object>,
): Promise<Outcome> {
  return observe(
    listeners,
    async () => {
      const ready = JSON.stringify(case_).replaceAll(/\{(\w+)\}/g, (name, key: string) => {
        return listeners.ports.get(key)?.toString() ?? name;
      });
      return play(JSON.parse(ready) as Case);
    },
    case_.library === undefined,
  );
}

/**
 * Does something and writes down what it saw and what the servers saw. In `anyOrder` the order of header fields is not compared,
 * nor the capitals of those that the platform writes itself: urllib2's known differences.
 */
export async function observe(listeners: Listeners, act: () => Promise<object>, anyOrder: boolean): Promise<Outcome> {
  const before = listeners.requests.length;
  const seen = await act();
  const requests = listeners.requests.slice(before).map(({ line, fields, body }) => ({
    line,
    fields: anyOrder ? fields.map(plainField).toSorted() : fields,
    body: body.length > 1000 ? `(${body.length} bytes)` : body,
  }));
  // A client's own nonce is chance, and so is the response that it goes into.
  let outcome = JSON.stringify({ seen, requests }).replaceAll(/(cnonce|response)=\\"[0-9a-f]*\\"/g, "$1=…");
  // The seconds of a date may begin with a port's digits. Before it there may be any, as of `%20`, but not those of a fraction.
  for (const [name, port] of listeners.ports)
    outcome = outcome.replaceAll(new RegExp(String.raw`(?<!\.\d*)${port}(?!\d)`, "g"), `{${name}}`);
  return JSON.parse(outcome) as Outcome;
}

function plainField(field: string): string {
  return field.replace(/^(?:host|connection|content-length)(?=:)/i, (name) => name.toLowerCase());
}
