import type { Choices } from "../Choices.ts";
import type { ReplyStep } from "../reply.ts";
import { body, chunked, lengthOf } from "./body.ts";
import { headerLines } from "./headerLines.ts";
import { statusLine } from "./statusLine.ts";

/** Milliseconds that a slow server takes: more than the short time-out of the programs, less than the long one. */
const SLOW = 400;

const INTERIM = [
  "HTTP/1.1 100 Continue\r\n\r\n",
  "HTTP/1.1 100 Continue\r\nX-Early: 1\r\n\r\n",
  "HTTP/1.1 102 Processing\r\n\r\n",
];

/** What the server does with one request: an answer, mostly a good one, and how the connection goes on. */
export function answer(g: Choices): readonly ReplyStep[] {
  const [status, code] = statusLine(g);
  const fields = headerLines(g, code);
  const text = body(g);
  const [framing, content] = framed(g, text);
  const lines = g.chance(1, 2) ? [...fields, ...framing] : [...framing, ...fields];
  const end = g.mostly(["\r\n"], ["\n", "\r\n", "\r"]);
  const head = `${g.chance(1, 20) ? g.pick(INTERIM) : ""}${[status, ...lines].map((line) => `${line}${end}`).join("")}${g.chance(1, 30) ? "" : end}`;
  const closes = framing.length === 0 || g.chance(1, 3);
  return sent(g, head, content, closes);
}

/** The fields that tell where the body ends, and the body as it is sent. */
function framed(g: Choices, text: string): readonly [fields: string[], content: string] {
  const size = lengthOf(text);
  const length = (told: string | number): string => `Content-Length: ${told}`;
  switch (g.mostly(["length", "length", "chunked", "close"], ["wrong", "twice", "both", "coding"])) {
    case "length":
      return [[length(size)], text];
    case "chunked":
      return [["Transfer-Encoding: chunked"], chunked(g, text)];
    case "wrong":
      return [
        [
          length(
            g.pick([
              size + 5,
              Math.max(0, size - 3),
              0,
              -1,
              -5,
              "abc",
              "",
              `${size} `,
              `+${size}`,
              `${size}, ${size}`,
              `0${size}`,
              "1e1",
              "5L",
              "99999999999999999999",
              ` ${size}`,
              "0x5",
            ]),
          ),
        ],
        text,
      ];
    case "twice":
      return [[length(size), length(g.pick([size, size + 2, Math.max(0, size - 2)]))], text];
    case "both":
      return [[length(size), "Transfer-Encoding: chunked"], chunked(g, text)];
    case "coding":
      return [
        [`Transfer-Encoding: ${g.pick(["Chunked", "chunked ", "gzip, chunked", "identity", "chunked, chunked", ""])}`],
        chunked(g, text),
      ];
    default:
      return [[], text];
  }
}

/** Whole, or in pieces with a pause, or cut, and then reset or closed. */
function sent(g: Choices, head: string, content: string, closes: boolean): readonly ReplyStep[] {
  const whole = head + content;
  const end: readonly ReplyStep[] = closes ? [["close"]] : g.chance(1, 30) ? [["keep"]] : [];
  if (!g.chance(1, 6)) return [["send", whole], ...end];
  const at = cutAt(g, head, whole);
  const [first, rest] = [whole.slice(0, at), whole.slice(at)];
  const begun: readonly ReplyStep[] = first === "" ? [] : [["send", first]];
  switch (g.pick(["close", "reset", "pause", "piece", "silence"])) {
    case "close":
      return [...begun, ["close"]];
    case "reset":
      return [...begun, ["reset"]];
    case "pause":
      return [...begun, ["pause", SLOW], ["send", rest], ...end];
    case "piece":
      return [...begun, ["pause", 30], ["send", rest], ...end];
    default:
      // The program's time-out ends it.
      return [...begun, ["pause", 2 * SLOW], ["close"]];
  }
}

/** Before the first byte, in the head, behind it, or in the body; never inside a placeholder. */
function cutAt(g: Choices, head: string, whole: string): number {
  const at = g.pick([head.length, 0, g.number(0, head.length), g.number(head.length, whole.length)]);
  const placeholder = Array.from(whole.matchAll(/\{[^{}]*\}/g)).find(
    ({ index, 0: { length } }) => at > index && at < index + length,
  );
  return placeholder?.index ?? at;
}
