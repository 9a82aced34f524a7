import type { Head } from "./Exchange.ts";

/** The fields of a head for a Response. Those that are not HTTP, which Python takes and the platform refuses, are left out. */
export function responseHeaders(fields: Head["fields"]): Headers {
  const headers = new Headers();
  for (const [name, value] of fields) {
    try {
      headers.append(name, value);
    } catch {
      continue;
    }
  }
  return headers;
}
