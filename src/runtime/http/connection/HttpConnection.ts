import type { ConnectionOptions } from "node:tls";
import { str } from "../../python/repr/str.ts";
import { encodeText } from "../../python/text/encodeText.ts";
import { noAttribute } from "../../python/dynamic/noAttribute.ts";
import { Dict } from "../../python/containers/Dict.ts";
import { bodyReader } from "../BodyReader.ts";
import { BadStatusLine } from "../errors/HTTPException.ts";
import { getDefaultTimeout } from "../defaultTimeout.ts";
import { PyTypeError } from "../../python/exceptions/PyTypeError.ts";
import { RuntimeError } from "../../python/exceptions/RuntimeError.ts";
import { UntranslatedError } from "../../python/exceptions/UntranslatedError.ts";
import { endpoint, refuseControls, resolutionError } from "../endpoint.ts";
import type { Endpoint } from "../endpoint.ts";
import type { Connection } from "../Connection.ts";
import { CannotSendHeader, CannotSendRequest, ResponseNotReady } from "../errors/ImproperConnectionState.ts";
import { framedBodies } from "../framedBodies.ts";
import { latin1ToText } from "../latin1.ts";
import { framing } from "../framing.ts";
import { headerField } from "../headerField.ts";
import { joinBytes } from "../joinBytes.ts";
import { protocol } from "../protocol.ts";
import { openTunnel } from "../proxy/openTunnel.ts";
import { sendRequest } from "../sendRequest.ts";
import type { Answer, Exchange } from "../sendRequest.ts";
import { createConnection } from "../sockets/createConnection.ts";
import { Socket } from "../sockets/Socket.ts";
import { toResponse } from "../toResponse.ts";
import type { KeptConnection } from "../WireRequest.ts";
import { splitUrl } from "../url/splitUrl.ts";
import { closing, staysOpen } from "./staysOpen.ts";

// CPython closes a connection when nothing refers to it any more.
const abandoned = new FinalizationRegistry<Connection>((connection) => connection.close());

type Content = string | Uint8Array | null;

type Fields = Readonly<Record<string, unknown>> | Iterable<readonly [string, unknown]>;

type Source = readonly [host: string, port: number];

/** Who is behind a proxy that only passes the bytes on, and what it is told beside that. */
interface Tunnel {
  readonly host: string;
  readonly port: number;
  readonly fields: readonly (readonly [string, unknown])[];
}

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
  /** Where it leads to: a name or address, of IPv6 without brackets. */
  host: string;
  port: number;
  /** Seconds for each operation of the socket, null for ever. */
  timeout: number | null;
  /** The version of its requests. */
  protocol: typeof protocol = protocol;
  readonly #secure: boolean;
  readonly #tls: ConnectionOptions | undefined;
  readonly #from: Source | null;
  readonly #strict: boolean;
  #tunnel: Tunnel | null = null;
  #socket: Socket | null = null;
  /** What a request went over last: once that is no longer kept, it is not taken up again. */
  #used: Connection | null = null;
  #draft: Draft | null = null;
  #sent: Exchange | null = null;
  #state: "idle" | "started" | "sent" = "idle";
  /** An answer that must be read before the next. */
  #unread: Response | null = null;
  readonly #kept: KeptConnection = { open: null, spoilt: false, staysOpen };

  /** An InvalidURL for a host or port that is none. */
  constructor(
    host: string | null,
    port: number | null = null,
    options: {
      readonly timeout?: number | null;
      readonly secure?: boolean;
      readonly tls?: ConnectionOptions | undefined;
      /** Address and port of one's own. */
      readonly source?: Source | null | undefined;
      /** An answer without a status line is a BadStatusLine. */
      readonly strict?: boolean;
    } = {},
  ) {
    this.#tls = options.tls;
    this.#secure = options.secure ?? false;
    this.#from = options.source ?? null;
    this.#strict = options.strict ?? false;
    const place = placeOf(host, port, this.#secure);
    this.host = place.host;
    this.port = place.port;
    this.timeout = options.timeout === undefined ? getDefaultTimeout() : options.timeout;
  }

  /** What requests go over; null while there is no connection. */
  get sock(): Socket | null {
    const set = this.#socket?.connection ?? null;
    if (this.#kept.open === null && set !== null) {
      // One that was set has been connected since, or it is over.
      if (set === this.#used) this.#socket = null;
      else this.#kept.open = set;
    }
    const { open } = this.#kept;
    if (open === null) return this.#socket;
    if (this.#socket?.connection !== open) this.#socket = Socket.over(open, this.timeout);
    return this.#socket;
  }

  set sock(socket: Socket | null) {
    this.#socket = socket;
    this.#kept.open = socket?.connection ?? null;
  }

  /** Makes the connection, which a request does by itself. A derived class may make it in its own way, and sets `sock`. */
  async connect(): Promise<void> {
    const socket = await createConnection([this.host, this.port], this.timeout, this.#from);
    this.sock = socket;
    if (this.#tunnel !== null) await this.tunnel();
    if (this.#secure) await socket.connection?.secure(this.#tunnel?.host ?? this.host, this.#tls);
  }

  /** Has the host and port of the connection pass the bytes on to others; to be said before it is made. */
  setTunnel(host: string | null, port: number | null = null, headers: Fields = {}): void {
    if (this.#kept.open !== null) throw new RuntimeError("Can't setup tunnel for established connection.");
    // With a port Python takes None as none.
    if (host === null && port !== null) this.#tunnel = null;
    else {
      const place = placeOf(host, port, this.#secure);
      this.#tunnel = { ...place, fields: pairsOf(headers) };
    }
  }

  /** The host behind a tunnel; null if there is none. */
  get tunnelHost(): string | null {
    return this.#tunnel?.host ?? null;
  }

  /** Asks the other end of `sock` to pass the bytes on to the tunnel's host. */
  async tunnel(): Promise<void> {
    const connection = this.sock?.connection ?? null;
    if (connection !== null) await this.#throughTunnel(connection);
  }

  async #throughTunnel(connection: Connection): Promise<void> {
    if (this.#tunnel !== null) await openTunnel(connection, this.#tunnel, this.#tunnel.fields);
  }

  /** Sends a whole request; errors of the connection are raised here. */
  async request(method: string, url: string, body: Content = null, headers: Fields = {}): Promise<void> {
    const fields = new Dict<string, unknown>(pairsOf(headers));
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
    if (this.protocol.number !== 11) return;
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
    const answer = await this.#receive();
    const method = this.#draft?.method ?? "GET";
    const response = toResponse(answer, this.#draft?.url ?? "/");
    const length = framing(answer, method);
    const isBare = answer.bare !== undefined;
    const version = answer.version === "HTTP/1.0" ? 10 : isBare || answer.version === "HTTP/0.9" ? 9 : 11;
    const chunked = length === "chunked";
    const left = chunked ? null : length;
    // What would be the body of an HTTP/0.9 answer has no status line.
    if (this.#strict && isBare) {
      this.#state = "sent";
      throw new BadStatusLine(latin1ToText(answer.bare));
    }
    framedBodies.set(response, { left, chunked, closed: false, version, closes: closing(answer, method) });
    // Whoever reads it minds the length.
    bodyReader(response);
    if (staysOpen(answer, method)) this.#unread = response;
    return response;
  }

  /** The answer as urllib2 reads it, which minds no length; the last of the connection. */
  async lastResponse(url: string): Promise<Response> {
    this.#kept.staysOpen = () => false;
    return toResponse(await this.#receive(), url);
  }

  async #receive(): Promise<Answer> {
    this.#forgetRead();
    if (this.#state !== "sent" || this.#unread !== null) throw new ResponseNotReady();
    const exchange = this.#sent ?? (await this.#send());
    const answer = await exchange.answer();
    this.#state = "idle";
    return answer;
  }

  /** Gives the connection up; what is left of an answer that kept it open is lost. */
  close(): void {
    this.#state = "idle";
    const framed = this.#unread && framedBodies.get(this.#unread);
    if (framed) framed.closed = true;
    this.#unread = null;
    this.#kept.open?.close();
    this.#socket = null;
    Object.assign(this.#kept, { open: null, spoilt: false });
  }

  #forgetRead(): void {
    if (this.#unread !== null && framedBodies.get(this.#unread)?.closed) this.#unread = null;
  }

  #hostField(): string {
    const { host, port } = this.#tunnel ?? this;
    const name = host.includes(":") ? `[${host}]` : host;
    return port === (this.#secure ? 443 : 80) ? name : `${name}:${port}`;
  }

  /** Connects and sends what has been put together. */
  async #send(): Promise<Exchange> {
    const { method, url, fields, body } = this.#draft ?? { method: "GET", url: "/", fields: [], body: [] };
    // A derived class makes its connection itself, whatever it makes of host and port.
    const isOwn = this.connect !== HttpConnection.prototype.connect;
    if (isOwn && this.sock === null) await this.connect();
    this.#used = this.sock?.connection ?? null;
    const place = placeOf(this.host, this.port, this.#secure);
    const unknown = this.#kept.open === null ? resolutionError(place) : null;
    if (unknown !== null) throw unknown;
    const { host, port } = this.#tunnel ?? place;
    const wire = {
      url,
      target: `${place.origin}/`,
      secure: this.#secure,
      host,
      port: port & 0xffff,
      from: this.#from ? { localAddress: this.#from[0] || "0.0.0.0", localPort: this.#from[1] } : undefined,
      proxy: this.#tunnel && {
        host: place.host,
        port: place.port & 0xffff,
        tunnel: (connection: Connection) => this.#throughTunnel(connection),
      },
      selector: url,
      protocol: this.protocol.text,
      method,
      headers: fields,
      body: body.length === 0 ? null : new Uint8Array(joinBytes(body)),
      tls: this.#tls,
      kept: this.#kept,
    };
    const before = this.#kept.open;
    this.#sent = await sendRequest(wire, this.timeout);
    this.#used = this.#kept.open;
    // An answer that is still read holds on to what is kept too.
    if (this.#kept.open !== null && this.#kept.open !== before) abandoned.register(this.#kept, this.#kept.open);
    return this.#sent;
  }
}

/** Python looks for a port in the host where none is told, else for what no host may have in it: so it refuses None. */
function placeOf(host: string | null, port: number | null, secure: boolean): Endpoint {
  if (host === null) throw port === null ? noAttribute(null, "rfind") : new PyTypeError("expected string or buffer");
  return endpoint(port === null ? host : `${host.includes(":") ? `[${host}]` : host}:${port}`, secure);
}

const pairsOf = (fields: Fields): (readonly [string, unknown])[] => [
  ...(Symbol.iterator in fields ? fields : Object.entries(fields)),
];

const bytesOf = (data: string | Uint8Array): Uint8Array => (typeof data === "string" ? encodeText(data) : data);
