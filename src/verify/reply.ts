import { Buffer } from "node:buffer";
import { expand } from "./expand.ts";

/** What the scripted server does with one request. Everything has a default: `{}` is an empty 200. */
export interface Reply {
  /** Only for a request with this path (the target up to its `?`); without it, for whichever comes. */
  readonly path?: string;
  /** Milliseconds from the request to the first byte. */
  readonly delay?: number;
  /** Code and reason; default `200 OK`. */
  readonly status?: string;
  /** In order; an array sends the header several times. May have placeholders: see `expand`. */
  readonly headers?: Readonly<Record<string, string | readonly string[]>>;
  /** UTF-8; may have placeholders: see `expand`. */
  readonly body?: string;
  /** The body as bytes, in place of `body`. */
  readonly bodyBase64?: string;
  /** Send the body this many times over. */
  readonly repeat?: number;
  /** How the body's end is told: `Content-Length` (default), chunks, or by closing the connection. */
  readonly framing?: "length" | "chunked" | "close";
  /** Bytes per chunk; default the whole body in one. */
  readonly chunkSize?: number;
  /** Sent in place of a status line, headers and body; one character per byte (latin-1). */
  readonly raw?: string;
  /** Stop after so many bytes of the head (0: not one byte), or of the body as it goes over the wire (0: the head only). */
  readonly stopAfter?: { readonly head: number } | { readonly body: number };
  /** Send the body in pieces of so many bytes with so many milliseconds before each. */
  readonly trickle?: { readonly bytes: number; readonly pause: number };
  /** What follows the last byte sent: an orderly close (default), a reset, or silence with the connection left open. */
  readonly end?: "fin" | "reset" | "hang";
}

/** The bytes of a reply, cut where `stopAfter` says. A raw reply is all head. */
export function replyBytes(reply: Reply, port: number): { readonly head: Buffer; readonly body: Buffer } {
  const body = reply.raw === undefined ? encodeBody(reply, port) : Buffer.alloc(0);
  const head = reply.raw === undefined ? encodeHead(reply, port) : Buffer.from(reply.raw, "latin1");
  const { stopAfter } = reply;
  if (stopAfter === undefined) return { head, body };
  if ("head" in stopAfter) return { head: head.subarray(0, stopAfter.head), body: Buffer.alloc(0) };
  return { head, body: body.subarray(0, stopAfter.body) };
}

function encodeHead(reply: Reply, port: number): Buffer {
  const lines = [`HTTP/1.1 ${reply.status ?? "200 OK"}`];
  for (const [name, value] of Object.entries(reply.headers ?? {})) {
    for (const one of Array.isArray(value) ? value : [value]) lines.push(`${name}: ${expand(one, port)}`);
  }
  if (reply.framing === "chunked") lines.push("Transfer-Encoding: chunked");
  else if (reply.framing !== "close") lines.push(`Content-Length: ${content(reply, port).length}`);
  return Buffer.from(lines.map((line) => `${line}\r\n`).join("") + "\r\n", "latin1");
}

function encodeBody(reply: Reply, port: number): Buffer {
  const bytes = content(reply, port);
  if (reply.framing !== "chunked") return bytes;
  const size = reply.chunkSize ?? Math.max(bytes.length, 1);
  const parts: Buffer[] = [];
  for (let start = 0; start < bytes.length; start += size) {
    const chunk = bytes.subarray(start, start + size);
    parts.push(Buffer.from(`${chunk.length.toString(16)}\r\n`), chunk, Buffer.from("\r\n"));
  }
  return Buffer.concat([...parts, Buffer.from("0\r\n\r\n")]);
}

function content(reply: Reply, port: number): Buffer {
  const once =
    reply.bodyBase64 === undefined
      ? Buffer.from(expand(reply.body ?? "", port))
      : Buffer.from(reply.bodyBase64, "base64");
  return Buffer.concat(Array.from({ length: reply.repeat ?? 1 }, () => once));
}
