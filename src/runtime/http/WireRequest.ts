import type { ConnectionOptions } from "node:tls";
import type { Exchange } from "./Exchange.ts";
import type { Connector } from "./openSocket.ts";

/** One request as it goes on the wire. */
export interface WireRequest {
  /** What `geturl()` gives: as the program wrote it. */
  readonly url: string;
  /** For the platform's fetch. */
  readonly target: string;
  readonly secure: boolean;
  /** Name or address to connect to; an IPv6 address without its brackets. */
  readonly host: string;
  readonly port: number;
  readonly selector: string;
  readonly method: string;
  /** Values hold one byte in each character. */
  readonly headers: Iterable<readonly [name: string, value: string]>;
  readonly body: Uint8Array<ArrayBuffer> | null;
  /** Exactly these header fields are sent, in this version. Of HTTP/1.0 a body ends with the connection, whatever the head says. */
  readonly exactly?: "HTTP/1.0" | "HTTP/1.1";
  /** How the server's certificate is checked, where that is not as usual. */
  readonly tls?: ConnectionOptions | undefined;
  /** How it is connected, where that is not straight to the host of the URL. */
  readonly connect?: ((exchange: Exchange) => Connector) | undefined;
}
