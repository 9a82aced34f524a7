import { reprStr } from "../python/repr/reprStr.ts";
import { CertificateError } from "./errors/CertificateError.ts";
import { SSLError } from "./errors/SSLError.ts";
import { URLError } from "./errors/URLError.ts";
import type { PlatformFault } from "./platformFault.ts";

/** What Python raises for a failed TLS handshake; null if the failure is none of TLS. */
export function tlsError({ code, syscall, message, error }: PlatformFault): Error | null {
  if (code === "ERR_TLS_CERT_ALTNAME_INVALID") return new CertificateError(hostMismatch(error));
  if (code.startsWith("ERR_SSL_")) {
    const label = code.slice("ERR_SSL_".length);
    return handshakeError(`[SSL: ${label}] ${label.toLowerCase().replaceAll("_", " ")} (_ssl.c:727)`);
  }
  if (/CERT|VERIFY|INVALID_CA/.test(code)) {
    return handshakeError("[SSL: CERTIFICATE_VERIFY_FAILED] certificate verify failed (_ssl.c:727)");
  }
  const cut = code === "ECONNRESET" && syscall === "" && message.includes("before secure TLS connection");
  return cut ? handshakeError("[SSL] unexpected eof while reading (_ssl.c:727)") : null;
}

function handshakeError(text: string): URLError {
  return new URLError(new SSLError(1, text));
}

/** `hostname 'a' doesn't match 'b'`, from the certificate that Node attaches. */
function hostMismatch(error: Error & { host?: string; cert?: { subjectaltname?: string } }): string {
  const names = (error.cert?.subjectaltname ?? "").match(/(?<=DNS:|IP Address:)[^,]+/g) ?? [];
  const [first] = names;
  if (first === undefined) return "no appropriate commonName or subjectAltName fields were found";
  const expected = names.length > 1 ? `either of ${names.map(reprStr).join(", ")}` : reprStr(first);
  return `hostname ${reprStr(error.host ?? "")} doesn't match ${expected}`;
}
