import { shareBody } from "../bodyOwner.ts";
import type { ReadableBody } from "../bodyReaders.ts";
import { URLError } from "./URLError.ts";

type FieldsInit = ConstructorParameters<typeof Headers>[0];

/** An answer whose status is not 2xx. `reason` is the phrase beside the status, and the body is read as a response's is. */
export class HTTPError extends URLError {
  override readonly name: string = "HTTPError";
  declare readonly reason: string;
  readonly url: string;
  readonly status: number;
  readonly headers: Headers;
  readonly #content: ReadableBody;

  /** As `urllib2.HTTPError(url, code, msg, hdrs, fp)`. `fp` may be an answer; null is that of an empty one, None an `UnansweredHTTPError`, whose URL may be null. */
  constructor(
    url: string | null,
    status: number,
    reason: string,
    headers: FieldsInit | Iterable<readonly [unknown, unknown]> | null,
    fp: ReadableBody | ReadableStream<Uint8Array> | string | null,
  ) {
    super(reason);
    this.args = [];
    this.filename = url;
    this.url = url ?? "";
    this.status = status;
    this.headers = headers instanceof Headers ? headers : new Headers((headers ?? {}) as FieldsInit);
    this.#content = fp !== null && typeof fp === "object" && "bodyUsed" in fp ? fp : new Response(fp);
    shareBody(this, this.#content);
  }

  get body(): Response["body"] {
    return this.#content.body;
  }

  get bodyUsed(): boolean {
    return this.#content.bodyUsed;
  }

  override get qualifiedName(): string {
    return "urllib2.HTTPError";
  }

  override toString(): string {
    return `HTTP Error ${this.status}: ${this.reason}`;
  }
}
