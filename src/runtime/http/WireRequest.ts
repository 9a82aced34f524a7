import type { ConnectionOptions } from "node:tls";
import type { Connection } from "./Connection.ts";
import type { InvalidURL } from "./errors/HTTPException.ts";
import type { URLError } from "./errors/URLError.ts";
import type { Head } from "./readHead.ts";

/** A connection that is used for more than one request. */
export interface KeptConnection {
  /** Null until the first request, and after an answer that ends it. */
  open: Connection | null;
  /** An answer was given up before its end, so that nothing tells where the next begins. */
  spoilt: boolean;
  /** Whether the connection outlives the answer to a request. */
  staysOpen: (head: Head, method: string) => boolean;
}

/** One request as it goes on the wire. */
export interface WireRequest {
  /** What `geturl()` gives: as the program wrote it. */
  readonly url: string;
  /** For the platform's fetch. */
  readonly target: string;
  readonly secure: boolean;
  /** Why it cannot go to its host or ask for its path; by way of a proxy it may. */
  readonly refusal?: InvalidURL | URLError | null | undefined;
  /** Name or address to connect to; an IPv6 address without its brackets. */
  readonly host: string;
  readonly port: number;
  /** The address of one's own that it comes from, where that is told. */
  readonly from?: { readonly localAddress: string; readonly localPort: number } | undefined;
  readonly selector: string;
  readonly method: string;
  /** Values hold one byte in each character. */
  readonly headers: Iterable<readonly [name: string, value: string]>;
  readonly body: Uint8Array<ArrayBuffer> | null;
  /** Set by urllib, where a body ends with the connection, whatever the head says. */
  readonly version?: "HTTP/1.0";
  /** In the request line, where it is not that of all requests. */
  readonly protocol?: string;
  /** Where it goes out, if that is not a connection of its own. */
  readonly kept?: KeptConnection;
  /** How the server's certificate is checked, where that is not as usual. */
  readonly tls?: ConnectionOptions | undefined;
  /** What is connected to in the place of the host; a tunnel makes it pass the bytes on. */
  readonly proxy?: ProxyPlace | null | undefined;
}

export interface ProxyPlace {
  readonly host: string;
  readonly port: number;
  readonly tunnel?: (connection: Connection) => Promise<void>;
}
