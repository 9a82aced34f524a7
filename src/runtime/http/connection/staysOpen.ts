import { fieldValue, framing } from "../framing.ts";
import type { Head } from "../readHead.ts";

/** Whether httplib keeps the connection of an answer for the next request: then the answer must be read before. */
export function staysOpen(head: Head, method: string): boolean {
  return closing(head, method) === false;
}

/** Whether the connection ends with the answer: 1 where only the body that has no other end says so. */
export function closing(head: Head, method: string): boolean | 1 {
  if (head.version === undefined || head.version === "HTTP/0.9") return 1;
  return keepsAlive(head) ? framing(head, method) === null && 1 : true;
}

function keepsAlive(head: Head): boolean {
  const says = (name: string, word: string): boolean =>
    fieldValue(head.fields, name)?.toLowerCase().includes(word) ?? false;
  if (head.version !== "HTTP/1.0") return !says("connection", "close");
  return (
    Boolean(fieldValue(head.fields, "keep-alive")) ||
    says("connection", "keep-alive") ||
    says("proxy-connection", "keep-alive")
  );
}
