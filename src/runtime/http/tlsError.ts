import { reprStr } from "../python/repr/reprStr.ts";
import { CertificateError, SSLError } from "./errors/SocketError.ts";

/** What Python raises for a fault of TLS; null if the failure is none. `line` is where in Python. */
export function tlsError(fault: Error & { readonly code?: string }, line: string): Error | null {
  const { code = "", message } = fault;
  if (code === "ERR_TLS_CERT_ALTNAME_INVALID") return new CertificateError(hostMismatch(fault));
  if (code.startsWith("ERR_SSL_")) {
    // Newer versions of Node call the protocol otherwise.
    const label = code.slice("ERR_SSL_".length).replace("SSL/TLS_", "SSLV3_");
    // 2.7 knows no labels of TLS 1.3.
    const shown = label.startsWith("TLSV13_") ? "[SSL]" : `[SSL: ${label}]`;
    return SSLError.raised(`${shown} ${label.toLowerCase().replaceAll("_", " ")} (${line})`);
  }
  if (/CERT|VERIFY|INVALID_CA/.test(code)) {
    return SSLError.raised("[SSL: CERTIFICATE_VERIFY_FAILED] certificate verify failed (_ssl.c:727)");
  }
  const cut = code === "ECONNRESET" && message.includes("before secure TLS connection");
  return cut ? SSLError.raised("[SSL] unexpected eof while reading (_ssl.c:727)") : null;
}

/** `hostname 'a' doesn't match 'b'`, from the certificate that Node attaches. */
function hostMismatch(
  error: Error & { host?: string; cert?: { subjectaltname?: string; subject?: { CN?: string | string[] } } },
): string {
  const alternatives = (error.cert?.subjectaltname ?? "").match(/(?<=DNS:|IP Address:)[^,]+/g) ?? [];
  const common = alternatives.length > 0 ? [] : [error.cert?.subject?.CN ?? []].flat();
  const names = [...alternatives.map(reprStr), ...common.map((name) => `u${reprStr(name)}`)];
  if (names.length === 0) return "no appropriate commonName or subjectAltName fields were found";
  const expected = names.length > 1 ? `either of ${names.join(", ")}` : names[0];
  return `hostname ${reprStr(error.host ?? "")} doesn't match ${expected}`;
}
