import { fieldValue } from "./framing.ts";
import { latin1ToText } from "./latin1.ts";
import type { Head } from "./readHead.ts";

/** What has header fields: an answer, or its `headers` themselves. */
export type HeaderSource = Headers | { readonly headers: Headers };

/** By the Headers that were made of them. */
const receivedFields = new WeakMap<Headers, Head["fields"]>();

/** The fields of an answer as they came. Its Headers have lost what is not HTTP, and how fields were repeated. */
export function fieldsOf(source: HeaderSource): Head["fields"] {
  const headers = source instanceof Headers ? source : source.headers;
  return receivedFields.get(headers) ?? [...headers];
}

/** A field's value as a program sees it, those of repeated fields joined by commas; null if there is none. */
export function fieldText(fields: Head["fields"], name: string): string | null {
  const value = fieldValue(fields, name);
  return value === null ? null : latin1ToText(value);
}

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
  return asReceived(headers, fields);
}

/** Has Headers tell a field as it came: their own `get` takes its bytes for Latin-1, and refuses names that are not HTTP. */
export function asReceived(headers: Headers, fields: Head["fields"]): Headers {
  receivedFields.set(headers, fields);
  return Object.defineProperties(headers, {
    get: { value: (name: string) => fieldText(fields, name) },
    has: { value: (name: string) => fieldValue(fields, name) !== null },
  });
}
