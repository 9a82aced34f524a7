import { HttpConnection } from "./HttpConnection.ts";

/** `httplib.HTTPSConnection`: an HttpConnection over TLS. */
export class HttpsConnection extends HttpConnection {
  constructor(host: string, port: number | null = null, options: { readonly timeout?: number | null } = {}) {
    super(host, port, { ...options, secure: true });
  }
}
