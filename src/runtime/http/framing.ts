import type { Head } from "./readHead.ts";

/** How long a body is by its head: its number of bytes, "chunked", or null for all that comes until the connection ends. */
export function framing({ version, status, fields }: Head, method: string): number | "chunked" | null {
  if (version === "HTTP/0.9" && method !== "HEAD") return null;
  if (method === "HEAD") return 0;
  if (fieldValue(fields, "transfer-encoding")?.toLowerCase() === "chunked") return "chunked";
  if (status === 204 || status === 304 || status < 200) return 0;
  const length = fieldValue(fields, "content-length");
  return length !== null && /^(\+?\d+|-0+)$/.test(length) ? Number(length) : null;
}

/** All values of a field, joined as Python joins them; null if there is none. */
export function fieldValue(fields: Head["fields"], name: string): string | null {
  const values = fields.filter(([field]) => field.toLowerCase() === name.toLowerCase()).map(([, value]) => value);
  return values.length === 0 ? null : values.join(", ");
}
