import type { Head } from "./parseHead.ts";

/** The fields as they came, by the Headers made of them: those have lost what is not HTTP, and how fields were repeated. */
export const receivedFields: WeakMap<Headers, Head["fields"]> = new WeakMap();

/** The fields of a head for a Response. Those that are not HTTP, which Python takes and the platform refuses, are left out. */
export function responseHeaders(fields: Head["fields"]): Headers {
  const headers = new Headers();
  for (const [name, value] of fields) {
    try {
      headers.append(name, value.replaceAll("\n", ""));
    } catch {
      continue;
    }
  }
  receivedFields.set(headers, fields);
  return headers;
}
