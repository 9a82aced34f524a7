import { decodeText } from "../python/text/decodeText.ts";
import { IncompleteRead } from "./errors/IncompleteRead.ts";
import { joinBytes } from "./joinBytes.ts";
import { latin1Text } from "./latin1.ts";

/** Follows a body in chunks beside the platform's parser, to know where it was cut: Python tells, the platform does not. */
export class ChunkTracker {
  #state: "size" | "data" | "line end" | "broken" | "complete" = "size";
  #sizeLine = "";
  /** The bytes that came of the current chunk, or of the line end after it, and how many are to come. */
  #parts: Uint8Array[] = [];
  #missing = 0;

  add(bytes: Uint8Array): void {
    let rest = bytes;
    while (rest.length > 0 && this.#state !== "broken" && this.#state !== "complete") {
      rest = this.#state === "size" ? this.#addSize(rest) : this.#addData(rest);
    }
  }

  /**
   * What httplib raises if the connection ends here, null after the last chunk. `partial` is bytes where it depends on how
   * much the program had asked for, which `narrowedCut` knows: what came of the chunk, or nothing between chunks.
   */
  cut(): IncompleteRead | null {
    if (this.#state === "complete") return null;
    const came = joinBytes(this.#parts);
    if (this.#state === "size") {
      // A size that is cut counts as it stands.
      const [digits = ""] = this.#sizeLine.split(";");
      const size = /^\s*[\da-f]+\s*$/i.test(digits) ? Number.parseInt(digits, 16) : null;
      return size === 0 ? null : new IncompleteRead(new Uint8Array(), size);
    }
    if (this.#state === "line end") return new IncompleteRead(decodeText(came), this.#missing);
    return new IncompleteRead(came, this.#state === "data" ? this.#missing : null);
  }

  #addSize(bytes: Uint8Array): Uint8Array {
    const end = bytes.indexOf(10) + 1;
    this.#sizeLine += latin1Text(bytes.subarray(0, end || bytes.length));
    if (end === 0) return bytes.subarray(bytes.length);
    const size = Number.parseInt(this.#sizeLine, 16);
    this.#sizeLine = "";
    this.#missing = size || 0;
    this.#state = size > 0 ? "data" : size === 0 ? "complete" : "broken";
    return bytes.subarray(end);
  }

  #addData(bytes: Uint8Array): Uint8Array {
    const part = bytes.subarray(0, this.#missing);
    this.#parts.push(part);
    this.#missing -= part.length;
    if (this.#missing === 0) {
      this.#parts = [];
      this.#state = this.#state === "data" ? "line end" : "size";
      if (this.#state === "line end") this.#missing = 2;
    }
    return bytes.subarray(part.length);
  }
}
