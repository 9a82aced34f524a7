import type { ConnectionOptions } from "node:tls";
import { defaultTls } from "../defaultTls.ts";
import { ownCertificate } from "../tls/ownCertificate.ts";
import { HttpConnection } from "./HttpConnection.ts";

/** `httplib.HTTPSConnection`: an HttpConnection over TLS; `context` says how it is made, where that is not as by default. */
export class HttpsConnection extends HttpConnection {
  readonly certFile: string | null;
  readonly keyFile: string | null;

  constructor(
    host: string | null,
    port: number | null = null,
    options: {
      readonly timeout?: number | null;
      readonly context?: { readonly connectionOptions: ConnectionOptions } | null;
      readonly source?: readonly [host: string, port: number] | null;
      readonly strict?: boolean;
      /** A certificate of one's own, which may have the key in its file. */
      readonly certFile?: string | null;
      readonly keyFile?: string | null;
    } = {},
  ) {
    const { timeout, context, source, strict = false, certFile = null, keyFile = null } = options;
    const tls = context?.connectionOptions ?? defaultTls.options?.();
    const own = certFile === null ? {} : ownCertificate(certFile, keyFile);
    super(host, port, {
      ...(timeout !== undefined && { timeout }),
      secure: true,
      tls: tls === undefined && certFile === null ? undefined : { ...tls, ...own },
      source,
      strict,
    });
    this.certFile = certFile;
    this.keyFile = keyFile;
  }
}
