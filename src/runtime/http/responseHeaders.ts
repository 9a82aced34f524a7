import type { Head } from "./readHead.ts";

/** What has header fields: an answer, or its `headers` themselves. */
export type HeaderSource = Headers | { readonly headers: Headers };

/** The fields of an answer as they came. Its Headers have lost what is not HTTP, and how fields were repeated. */
export function fieldsOf(source: HeaderSource): Head["fields"] {
  const headers = source instanceof Headers ? source : source.headers;
  return receivedFields.get(headers) ?? [...headers];
}

/** By the Headers that were made of them. */
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
