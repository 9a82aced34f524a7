import { encodeText } from "../text/encodeText.ts";
import { UnicodeError } from "./UnicodeError.ts";

/** Raised for bytes that are not text in a codec. `object` is the byte string, `start` and `end` count its bytes from 0, `end` exclusive. */
export class UnicodeDecodeError extends UnicodeError {
  override readonly name: string = "UnicodeDecodeError";
  readonly encoding: string;
  readonly object: string | Uint8Array;
  readonly start: number;
  readonly end: number;
  readonly reason: string;

  constructor(encoding: string, object: string | Uint8Array, start: number, end: number, reason: string) {
    super(encoding, object, start, end, reason);
    this.encoding = encoding;
    this.object = object;
    this.start = start;
    this.end = end;
    this.reason = reason;
  }

  override toString(): string {
    const codec = `'${this.encoding}' codec can't decode`;
    if (this.end !== this.start + 1) return `${codec} bytes in position ${this.start}-${this.end - 1}: ${this.reason}`;
    const bytes = typeof this.object === "string" ? encodeText(this.object) : this.object;
    const byte = (bytes[this.start] ?? 0).toString(16).padStart(2, "0");
    return `${codec} byte 0x${byte} in position ${this.start}: ${this.reason}`;
  }
}
