import { gunzipSync, inflateRawSync } from "node:zlib";
import { IOError } from "../exceptions/IOError.ts";
import { UntranslatedError } from "../exceptions/UntranslatedError.ts";
import { StringIO } from "../streams/StringIO.ts";
import { decodeText } from "../text/decodeText.ts";
import { encodeText } from "../text/encodeText.ts";

/** `gzip.GzipFile(fileobj=…)`, read: what is compressed in a file, read from it at the first need. */
export class GzipFile {
  readonly #file: { read(): string };
  #content: StringIO | null = null;

  constructor(file: { read(): string }) {
    this.#file = file;
  }

  read(size = -1): string {
    return this.#open().read(size);
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

  #open(): StringIO {
    this.#content ??= new StringIO(decodeText(gunzip(encodeText(this.#file.read()))));
    return this.#content;
  }
}

/** All members of gzipped data, one after the other; zero bytes may follow. */
function gunzip(data: Uint8Array): Uint8Array {
  const parts: Uint8Array[] = [];
  for (let rest = data; rest.length > 0;) {
    if (rest[0] !== 0x1f || rest[1] !== 0x8b) throw new IOError("Not a gzipped file");
    if (rest[2] !== 8) throw new IOError("Unknown compression method");
    const end = memberEnd(rest);
    parts.push(member(rest.subarray(0, end)));
    const left = rest.subarray(end);
    const start = left.findIndex((byte) => byte !== 0);
    rest = start < 0 ? new Uint8Array(0) : left.subarray(start);
  }
  return Buffer.concat(parts);
}

interface Inflated {
  readonly engine: { readonly bytesWritten: number };
}

/** Where a member ends: after its header, what inflates, and eight bytes of checks. */
function memberEnd(data: Uint8Array): number {
  const start = headerLength(data);
  return (
    start + attempt(() => inflateRawSync(data.subarray(start), { info: true }), isInflated).engine.bytesWritten + 8
  );
}

/** A member's content, checked. */
const member = (data: Uint8Array): Uint8Array => attempt(() => gunzipSync(data), isBytes);

function attempt<T>(inflate: () => unknown, is: (result: unknown) => result is T): T {
  let cause: unknown;
  try {
    const result = inflate();
    if (is(result)) return result;
  } catch (error) {
    cause = error;
  }
  throw Object.assign(
    new UntranslatedError("U0103", "gzipped data that is cut off or damaged, of which Python gives a part first"),
    { cause },
  );
}

const isBytes = (result: unknown): result is Uint8Array => result instanceof Uint8Array;

/** What `info` gives is not in Node's types. */
const isInflated = (result: unknown): result is Inflated =>
  typeof result === "object" && result !== null && "engine" in result;

function headerLength(data: Uint8Array): number {
  const flags = data[3] ?? 0;
  let at = 10;
  if (flags & 4) at += 2 + (data[at] ?? 0) + 256 * (data[at + 1] ?? 0);
  for (const flag of [8, 16]) if (flags & flag) at = data.indexOf(0, at) + 1;
  return flags & 2 ? at + 2 : at;
}
