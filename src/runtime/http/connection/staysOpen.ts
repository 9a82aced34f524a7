import { fieldValue, framing } from "../framing.ts";
import type { Head } from "../readHead.ts";

/** Whether httplib keeps the connection of an answer for the next request: then the answer must be read before. */
export function staysOpen(head: Head, method: string): boolean {
  if (framing(head, method) === null || head.version === undefined) return false;
  const says = (name: string, word: string): boolean =>
    fieldValue(head.fields, name)?.toLowerCase().includes(word) ?? false;
  if (head.version !== "HTTP/1.0") return !says("connection", "close");
  return (
    Boolean(fieldValue(head.fields, "keep-alive")) ||
    says("connection", "keep-alive") ||
    says("proxy-connection", "keep-alive")
  );
}
