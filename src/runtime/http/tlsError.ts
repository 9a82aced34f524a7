import { reprStr } from "../python/repr/reprStr.ts";
import { CertificateError, SSLError } from "./errors/SocketError.ts";

/** What Python raises for a failed TLS handshake; null if the failure is none of TLS. */
export function tlsError(fault: Error & { readonly code?: string }): Error | null {
  const { code = "", message } = fault;
  if (code === "ERR_TLS_CERT_ALTNAME_INVALID") return new CertificateError(hostMismatch(fault));
  if (code.startsWith("ERR_SSL_")) {
    const label = code.slice("ERR_SSL_".length);
    return new SSLError(1, `[SSL: ${label}] ${label.toLowerCase().replaceAll("_", " ")} (_ssl.c:727)`);
  }
  if (/CERT|VERIFY|INVALID_CA/.test(code)) {
    return new SSLError(1, "[SSL: CERTIFICATE_VERIFY_FAILED] certificate verify failed (_ssl.c:727)");
  }
  const cut = code === "ECONNRESET" && message.includes("before secure TLS connection");
  return cut ? new SSLError(1, "[SSL] unexpected eof while reading (_ssl.c:727)") : null;
}

/** `hostname 'a' doesn't match 'b'`, from the certificate that Node attaches. */
function hostMismatch(error: Error & { host?: string; cert?: { subjectaltname?: string } }): string {
  const names = (error.cert?.subjectaltname ?? "").match(/(?<=DNS:|IP Address:)[^,]+/g) ?? [];
  const [first] = names;
  if (first === undefined) return "no appropriate commonName or subjectAltName fields were found";
  const expected = names.length > 1 ? `either of ${names.map(reprStr).join(", ")}` : reprStr(first);
  return `hostname ${reprStr(error.host ?? "")} doesn't match ${expected}`;
}
