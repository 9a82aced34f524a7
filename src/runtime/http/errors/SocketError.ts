import { IOError } from "../../python/exceptions/IOError.ts";
import { ValueError } from "../../python/exceptions/ValueError.ts";
import { argumentsRepr } from "../../python/exceptions/argumentText.ts";
import { reprMethod } from "../../python/repr/reprMethod.ts";

/** `socket.error`: what the system says of a connection, as `errno` and `strerror`. */
export class SocketError extends IOError {
  override readonly name: string = "SocketError";

  override get qualifiedName(): string {
    return "socket.error";
  }

  /** Under Python's own names: `error(104, 'Connection reset by peer')`, `timeout('timed out',)`. */
  override [reprMethod](): string {
    return this.qualifiedName.replace(/^\w+\./, "") + argumentsRepr(this.args);
  }
}

/** `socket.timeout`: nothing came in time while waiting for an answer. */
export class SocketTimeout extends SocketError {
  override readonly name: string = "SocketTimeout";

  override get qualifiedName(): string {
    return "socket.timeout";
  }
}

/** `socket.gaierror`: a host name that could not be resolved. */
export class GetAddrInfoError extends SocketError {
  override readonly name: string = "GetAddrInfoError";

  override get qualifiedName(): string {
    return "socket.gaierror";
  }
}

/** `ssl.SSLError`. Its text is `strerror` alone, and without one the tuple of its arguments. */
export class SSLError extends SocketError {
  override readonly name: string = "SSLError";
  #raised = false;

  /** As Python's own ssl module raises it, whose texts are unicode. */
  static raised(text: string): SSLError {
    const error = new SSLError(1, text);
    error.#raised = true;
    return error;
  }

  override get qualifiedName(): string {
    return "ssl.SSLError";
  }

  override [reprMethod](): string {
    const shown = super[reprMethod]();
    return this.#raised ? shown.replace(", ", ", u") : shown;
  }

  override toString(): string {
    return this.strerror ?? argumentsRepr(this.args);
  }
}

/** `ssl.CertificateError`: a certificate of another host. A ValueError, so no `except URLError` sees it. */
export class CertificateError extends ValueError {
  override readonly name: string = "CertificateError";

  override get qualifiedName(): string {
    return "ssl.CertificateError";
  }
}
