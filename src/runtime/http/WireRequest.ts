/** One request as it goes on the wire. */
export interface WireRequest {
  /** What `geturl()` gives: as the program wrote it. */
  readonly url: string;
  /** For the platform's fetch. */
  readonly target: string;
  readonly secure: boolean;
  readonly selector: string;
  readonly method: string;
  /** Values hold one byte in each character. */
  readonly headers: ReadonlyMap<string, string>;
  readonly body: Uint8Array<ArrayBuffer> | null;
}
