/** What a body is read from: a Response, or an HTTPError. */
export interface ReadableBody {
  readonly body: Response["body"];
  readonly bodyUsed: boolean;
}

/** What reads a body piece by piece. */
export interface OpenReader {
  read(): Promise<Uint8Array>;
  close(): Promise<void>;
}

/** The readers of bodies that are read piece by piece, so that `readText` and `close` know of them. */
export const bodyReaders: WeakMap<ReadableBody, OpenReader> = new WeakMap();
