import { ValueError } from "../../python/exceptions/ValueError.ts";

/** `ssl.CertificateError`: a certificate of another host. A ValueError, so no `except URLError` sees it. */
export class CertificateError extends ValueError {
  override readonly name: string = "CertificateError";

  override get qualifiedName(): string {
    return "ssl.CertificateError";
  }
}
