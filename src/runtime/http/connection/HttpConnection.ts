import type { ConnectionOptions } from "node:tls";
import { str } from "../../python/repr/str.ts";
import { encodeText } from "../../python/text/encodeText.ts";
import { Dict } from "../../python/containers/Dict.ts";
import { bodyReader } from "../BodyReader.ts";
import { getDefaultTimeout } from "../defaultTimeout.ts";
import { UntranslatedError } from "../../python/exceptions/UntranslatedError.ts";
import { endpoint, refuseControls, resolutionError } from "../endpoint.ts";
import type { Endpoint } from "../endpoint.ts";
import type { Connection } from "../Connection.ts";
import { CannotSendHeader, CannotSendRequest, ResponseNotReady } from "../errors/ImproperConnectionState.ts";
import { framedBodies } from "../framedBodies.ts";
import { framing } from "../framing.ts";
import { headerField } from "../headerField.ts";
import { joinBytes } from "../joinBytes.ts";
import { sendRequest } from "../sendRequest.ts";
import type { Exchange } from "../sendRequest.ts";
import { toResponse } from "../toResponse.ts";
import type { KeptConnection } from "../WireRequest.ts";
import { splitUrl } from "../url/splitUrl.ts";
import { staysOpen } from "./staysOpen.ts";

// CPython closes a connection when nothing refers to it any more.
const abandoned = new FinalizationRegistry<Connection>((connection) => connection.close());

type Content = string | Uint8Array | null;

/** A request while it is put together. */
interface Draft {
  readonly method: string;
  readonly url: string;
  readonly fields: [name: string, value: string][];
  readonly body: Uint8Array[];
}

/**
 * `httplib.HTTPConnection`, below which is the platform's `fetch`: requests as they are told, and any status is an answer. Errors are
 * those of the socket, or HTTPExceptions; a request out of turn is a CannotSendRequest, an answer a ResponseNotReady. Where Node's own
 * fetch leaves the exchange to us, the connection is kept open for the next request if the server keeps it.
 */
export class HttpConnection {
  /** Seconds for each operation of the socket, null for ever. */
  readonly timeout: number | null;
  readonly #place: Endpoint;
  readonly #tls: ConnectionOptions | undefined;
  #draft: Draft | null = null;
  #sent: Exchange | null = null;
  #state: "idle" | "started" | "sent" = "idle";
  /** An answer that must be read before the next. */
  #unread: Response | null = null;
  readonly #kept: KeptConnection = { open: null, spoilt: false, staysOpen };

  /** An InvalidURL for a host or port that is none. */
  constructor(
    host: string,
    port: number | null = null,
    options: {
      readonly timeout?: number | null;
      readonly secure?: boolean;
      readonly tls?: ConnectionOptions | undefined;
    } = {},
  ) {
    this.#tls = options.tls;
    const name = port !== null && host.includes(":") ? `[${host}]` : host;
    this.#place = endpoint(port === null ? host : `${name}:${port}`, options.secure ?? false);
    this.timeout = options.timeout === undefined ? getDefaultTimeout() : options.timeout;
  }

  get host(): string {
    return this.#place.host;
  }

  get port(): number {
    return this.#place.port;
  }

  /** Sends a whole request; errors of the connection are raised here. */
  async request(
    method: string,
    url: string,
    body: Content = null,
    headers: Readonly<Record<string, unknown>> | Iterable<readonly [string, unknown]> = {},
  ): Promise<void> {
    const fields = new Dict<string, unknown>([...(Symbol.iterator in headers ? headers : Object.entries(headers))]);
    const names = new Set([...fields.keys()].map((name) => name.toLowerCase()));
    this.putrequest(method, url, names.has("host"), names.has("accept-encoding"));
    if (!names.has("content-length")) {
      if (body !== null) this.putheader("Content-Length", bytesOf(body).length);
      else if (/^(patch|post|put)$/i.test(method)) this.putheader("Content-Length", 0);
    }
    for (const [name, value] of fields) this.putheader(name, value);
    this.endheaders(body);
    await this.#send();
  }

  /** Begins a request. */
  putrequest(method: string, url: string, skipHost: unknown = false, skipAcceptEncoding: unknown = false): void {
    this.#forgetRead();
    if (this.#state !== "idle") throw new CannotSendRequest();
    this.#state = "started";
    const selector = url || "/";
    refuseControls(selector);
    if (this.#kept.spoilt)
      throw new UntranslatedError("U0103", "a request after an answer that was closed before its end");
    this.#draft = { method, url: selector, fields: [], body: [] };
    this.#sent = null;
    if (!skipHost) this.putheader("Host", (url.startsWith("http") && splitUrl(url).netloc) || this.#hostField());
    if (!skipAcceptEncoding) this.putheader("Accept-Encoding", "identity");
  }

  /** A header field of the request that was begun; several values are lines of one field. */
  putheader(name: string, ...values: readonly unknown[]): void {
    if (this.#state !== "started" || this.#draft === null) throw new CannotSendHeader();
    this.#draft.fields.push(headerField(name, values.map(str).join("\r\n\t")));
  }

  /** Ends the head. The request goes out when the answer is asked for. */
  endheaders(body: Content = null): void {
    if (this.#state !== "started") throw new CannotSendHeader();
    this.#state = "sent";
    if (body !== null) this.send(body);
  }

  /** A part of the body, after the head. */
  send(data: string | Uint8Array): void {
    this.#draft?.body.push(bytesOf(data));
  }

  /** The answer to the request, of any status. */
  async getresponse(): Promise<Response> {
    this.#forgetRead();
    if (this.#state !== "sent" || this.#unread !== null) throw new ResponseNotReady();
    const exchange = this.#sent ?? (await this.#send());
    const answer = await exchange.answer();
    const method = this.#draft?.method ?? "GET";
    this.#state = "idle";
    const response = toResponse(answer, this.#draft?.url ?? "/");
    const length = framing(answer, method);
    const version =
      answer.version === "HTTP/1.0" ? 10 : answer.version === undefined && answer.fields.length === 0 ? 9 : 11;
    framedBodies.set(response, { left: length === "chunked" ? null : length, closed: false, version });
    // Whoever reads it minds the length.
    bodyReader(response);
    if (staysOpen(answer, method)) this.#unread = response;
    return response;
  }

  /** Gives the connection up; what is left of an answer that kept it open is lost. */
  close(): void {
    this.#state = "idle";
    const framed = this.#unread && framedBodies.get(this.#unread);
    if (framed) framed.closed = true;
    this.#unread = null;
    this.#kept.open?.close();
    Object.assign(this.#kept, { open: null, spoilt: false });
  }

  #forgetRead(): void {
    if (this.#unread !== null && framedBodies.get(this.#unread)?.closed) this.#unread = null;
  }

  #hostField(): string {
    const { host, port, secure } = this.#place;
    const name = host.includes(":") ? `[${host}]` : host;
    return port === (secure ? 443 : 80) ? name : `${name}:${port}`;
  }

  /** Connects and sends what has been put together. */
  async #send(): Promise<Exchange> {
    const { method, url, fields, body } = this.#draft ?? { method: "GET", url: "/", fields: [], body: [] };
    const unknown = resolutionError(this.#place);
    if (unknown !== null) throw unknown;
    const { host, port, secure, origin } = this.#place;
    const wire = {
      url,
      target: `${origin}/`,
      secure,
      host,
      port: port & 0xffff,
      selector: url,
      method,
      headers: fields,
      body: body.length === 0 ? null : new Uint8Array(joinBytes(body)),
      tls: this.#tls,
      kept: this.#kept,
    };
    const before = this.#kept.open;
    this.#sent = await sendRequest(wire, this.timeout);
    // An answer that is still read holds on to what is kept too.
    if (this.#kept.open !== null && this.#kept.open !== before) abandoned.register(this.#kept, this.#kept.open);
    return this.#sent;
  }
}

const bytesOf = (data: string | Uint8Array): Uint8Array => (typeof data === "string" ? encodeText(data) : data);
