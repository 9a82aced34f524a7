import { readFileSync } from "node:fs";
import { rootCertificates } from "node:tls";
import type { ConnectionOptions, SecureVersion } from "node:tls";
import { ValueError } from "../../python/exceptions/ValueError.ts";
import { systemCall } from "../../python/files/systemCall.ts";
import { CERT_NONE } from "./certificateModes.ts";
import { ownCertificate } from "./ownCertificate.ts";
import { PROTOCOL_SSLv23, PROTOCOL_TLSv1, PROTOCOL_TLSv1_1, PROTOCOL_TLSv1_2 } from "./tlsProtocols.ts";

const versions: Readonly<Record<number, SecureVersion>> = {
  [PROTOCOL_TLSv1]: "TLSv1",
  [PROTOCOL_TLSv1_1]: "TLSv1.1",
  [PROTOCOL_TLSv1_2]: "TLSv1.2",
};

/** `ssl.SSLContext`: how TLS connections are made. A new one checks no certificates and knows no authorities. */
export class SSLContext {
  #checkHostname = false;
  #verifyMode: number = CERT_NONE;
  #options: ConnectionOptions;
  #authorities: readonly string[] = [];

  constructor(protocol: number = PROTOCOL_SSLv23) {
    const version = versions[protocol];
    this.#options = version === undefined ? {} : { minVersion: version, maxVersion: version };
  }

  /** Whether the certificate must be for the host that is asked. */
  get checkHostname(): boolean {
    return this.#checkHostname;
  }

  set checkHostname(check: boolean) {
    if (check && this.#verifyMode === CERT_NONE) {
      throw new ValueError("check_hostname needs a SSL context with either CERT_OPTIONAL or CERT_REQUIRED");
    }
    this.#checkHostname = check;
  }

  /** CERT_NONE, CERT_OPTIONAL or CERT_REQUIRED. */
  get verifyMode(): number {
    return this.#verifyMode;
  }

  set verifyMode(mode: number) {
    if (mode === CERT_NONE && this.#checkHostname) {
      throw new ValueError("Cannot set verify_mode to CERT_NONE when check_hostname is enabled.");
    }
    this.#verifyMode = mode;
  }

  /** Trusts the authorities of a file, and those given as text. An IOError if the file is not there. */
  loadVerifyLocations(cafile: string | null = null, cadata: string | null = null): void {
    const files = cafile === null ? [] : [systemCall(null, () => readFileSync(cafile, "utf8"))];
    this.#authorities = [...this.#authorities, ...files, ...(cadata === null ? [] : [cadata])];
  }

  /** Trusts the authorities that Node trusts. */
  loadDefaultCerts(): void {
    this.#authorities = [...this.#authorities, ...rootCertificates];
  }

  /** Shows a certificate of one's own to servers that ask for one. The key may be in the same file. */
  loadCertChain(certfile: string, keyfile: string | null = null, password: string | null = null): void {
    const own = ownCertificate(certfile, keyfile);
    this.#options = { ...this.#options, ...own, ...(password !== null && { passphrase: password }) };
  }

  setCiphers(ciphers: string): void {
    this.#options = { ...this.#options, ciphers };
  }

  /** The same, for Node. */
  get connectionOptions(): ConnectionOptions {
    return {
      ...this.#options,
      ca: [...this.#authorities],
      rejectUnauthorized: this.#verifyMode !== CERT_NONE,
      ...(!this.#checkHostname && { checkServerIdentity: () => undefined }),
    };
  }
}
