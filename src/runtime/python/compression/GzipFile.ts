import { gunzipSync, inflateRawSync } from "node:zlib";
import { UntranslatedError } from "../exceptions/UntranslatedError.ts";
import { StringIO } from "../streams/StringIO.ts";
import { decodeText } from "../text/decodeText.ts";
import { encodeText } from "../text/encodeText.ts";
import { gzipFault } from "./gzipFault.ts";
import { gzipHeaderLength } from "./gzipHeaderLength.ts";

/** `gzip.GzipFile(fileobj=…)`, read: what is compressed in a file, read from it at the first need. */
export class GzipFile {
  readonly #file: { read(): string };
  #content: StringIO | null = null;
  #isDamaged = false;

  constructor(file: { read(): string }) {
    this.#file = file;
  }

  read(size = -1): string {
    return this.#open(size < 0).read(size);
  }

  readline(): string {
    return this.#open().readline();
  }

  readlines(): string[] {
    return this.#open().readlines();
  }

  lines(): Generator<string, undefined> {
    return this.#open().lines();
  }

  close(): void {}

  /** Of damaged data Python gives a part first, unless it is asked for the `whole`. */
  #open(whole = false): StringIO {
    if (this.#content !== null) return this.#content;
    const data = encodeText(this.#file.read());
    const unpacked = this.#isDamaged ? 0 : gunzip(data);
    if (typeof unpacked === "number") {
      const wasDamaged = this.#isDamaged;
      this.#isDamaged = true;
      if (whole && !wasDamaged) throw gzipFault(data, unpacked);
      throw new UntranslatedError(
        "U0103",
        "gzipped data that is cut off or damaged, of which Python gives a part first",
      );
    }
    this.#content = new StringIO(decodeText(unpacked));
    return this.#content;
  }
}

/** All members of gzipped data, one after the other; zero bytes may follow. A number is where a damaged member begins. */
function gunzip(data: Uint8Array): Uint8Array | number {
  const parts: Uint8Array[] = [];
  for (let start = 0; start < data.length;) {
    const rest = data.subarray(start);
    try {
      const end = memberEnd(rest);
      // Checks what it unpacks.
      parts.push(gunzipSync(rest.subarray(0, end)));
      const next = rest.subarray(end).findIndex((byte) => byte !== 0);
      start = next < 0 ? data.length : start + end + next;
    } catch {
      return start;
    }
  }
  return Buffer.concat(parts);
}

/** Where a member ends: after its header, what inflates, and eight bytes of checks. */
function memberEnd(data: Uint8Array): number {
  const start = gzipHeaderLength(data);
  // What `info` gives is not in Node's types.
  const inflated: unknown = inflateRawSync(data.subarray(start), { info: true });
  return start + (inflated as { readonly engine: { readonly bytesWritten: number } }).engine.bytesWritten + 8;
}
