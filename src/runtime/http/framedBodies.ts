/** How far a body of httplib's is, which minds the length that its head says. */
export interface FramedBody {
  /** Bytes that are to come by the head; null for those that it does not count. */
  left: number | null;
  /** It comes in chunks, the last of which is its end. */
  readonly chunked: boolean;
  /** All of it has been read, or nobody will. */
  closed: boolean;
  /** Of the protocol, as `httplib.HTTPResponse.version` has it: 11 for HTTP/1.1. */
  readonly version: 9 | 10 | 11;
  /** What `HTTPResponse.will_close` is: 1 where only the end of the body says so. */
  readonly closes: boolean | 1;
}

/** By the response: a body that ends too early is an IncompleteRead there, where urllib2 does not notice. */
export const framedBodies: WeakMap<object, FramedBody> = new WeakMap();
