import type { ConnectionOptions } from "node:tls";
import { HttpConnection } from "./HttpConnection.ts";

/** `httplib.HTTPSConnection`: an HttpConnection over TLS; `context` says how it is made, where that is not as by default. */
export class HttpsConnection extends HttpConnection {
  constructor(
    host: string,
    port: number | null = null,
    options: {
      readonly timeout?: number | null;
      readonly context?: { readonly connectionOptions: ConnectionOptions } | null;
    } = {},
  ) {
    const { timeout, context } = options;
    const given = timeout === undefined ? {} : { timeout };
    super(host, port, { ...given, secure: true, tls: context?.connectionOptions });
  }
}
