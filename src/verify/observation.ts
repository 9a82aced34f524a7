import { Buffer } from "node:buffer";
import { createHash } from "node:crypto";

/**
 * What a program did, in a form that is the same for every run of it: the server's port, the working folder and the
 * script's own file name are replaced by `{port}`, `{cwd}` and `{script}`.
 */
export interface Observation {
  readonly requests: readonly ObservedRequest[];
  /** Milliseconds between the arrivals of consecutive requests; one fewer than requests. */
  readonly gaps: readonly number[];
  readonly stdout: Content;
  /** What the program itself wrote there: without the report of an uncaught exception. */
  readonly stderr: Content;
  /** The uncaught exception that ended it, as `class: first line of its message`. */
  readonly exception: string | null;
  /** Exit status, or the signal's name. */
  readonly exit: number | string;
  /** Files that are new or changed, by path; null where one is gone. */
  readonly files: Readonly<Record<string, Content | null>>;
}

export interface ObservedRequest {
  readonly method: string;
  readonly target: string;
  /** Names in lower case, sorted; values of a repeated header joined by `, `. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Content;
}

/** Bytes as text where they are UTF-8 and not long, else as a digest. */
export type Content = string | { readonly bytes: number; readonly sha256: string };

const LONGEST_TEXT = 4096;

/** `rewrite` is applied where the bytes are text. */
export function toContent(bytes: Uint8Array, rewrite: (text: string) => string): Content {
  if (bytes.length <= LONGEST_TEXT) {
    const text = Buffer.from(bytes).toString("utf8");
    if (Buffer.from(text, "utf8").equals(bytes)) return rewrite(text);
  }
  return { bytes: bytes.length, sha256: createHash("sha256").update(bytes).digest("hex") };
}
