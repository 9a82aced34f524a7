// The text of its IOErrors.
import "../../python/repr/reprArguments.ts";
import { IOError } from "../../python/exceptions/IOError.ts";
import { PyTypeError } from "../../python/exceptions/PyTypeError.ts";
import { UntranslatedError } from "../../python/exceptions/UntranslatedError.ts";
import { reprStr } from "../../python/repr/reprStr.ts";
import { close } from "../close.ts";
import { BadStatusLine } from "../errors/HTTPException.ts";
import { SocketError } from "../errors/SocketError.ts";
import { getDefaultTimeout } from "../defaultTimeout.ts";
import { sendRequest } from "../sendRequest.ts";
import type { Answer } from "../sendRequest.ts";
import { toResponse } from "../toResponse.ts";
import { unbuffered } from "../unbuffered.ts";
import { quote } from "../url/quote.ts";
import { environmentProxies } from "../proxy/environmentProxies.ts";
import { openLocalFile } from "./openLocalFile.ts";
import { splitScheme } from "../url/splitScheme.ts";
import { unwrapped } from "../url/unwrapped.ts";
import { urllibRequest } from "./urllibRequest.ts";
import type { UrllibRequest } from "./urllibRequest.ts";

/** A body to send: it makes the request a POST. */
export type PostData = string | Uint8Array | null;

/** What comes of an answer that is not 2xx, at once or later; without a response it is left to the next that is asked. */
export type Handled = Response | null | void | Promise<Response | null | void>;

/** What a program's opener does with an answer of one status. A method's type, so that one may take texts alone as data. */
export type UrllibErrorHook = {
  hook(url: string, fp: Response, code: number, msg: string, headers: Headers, data?: PostData): Handled;
}["hook"];

/**
 * `urllib.URLopener`: opens URLs by HTTP/1.0, through the proxies that are given or that the environment names. An answer that is
 * not 2xx is an IOError, as is what fails on the way; its first argument says where. A subclass may do otherwise with a status by a
 * method `httpError404` (any number), or with all by `httpErrorDefault`.
 */
export class UrlOpener {
  [hook: `httpError${number}`]: UrllibErrorHook;
  /** The User-Agent of an opener that is made; a subclass may have its own. */
  readonly version: string = "Python-urllib/1.17";
  /** By scheme. */
  proxies: Map<string, string>;
  /** The scheme of what was opened last. */
  protected kind = "http";
  #fields: (readonly [string, string])[] | null = null;

  constructor(proxies: Iterable<readonly [string, string]> | null = null) {
    this.proxies = new Map(proxies ?? environmentProxies());
  }

  /** The header fields of every request. */
  get addheaders(): (readonly [string, string])[] {
    this.#fields ??= [
      ["User-Agent", this.version],
      ["Accept", "*/*"],
    ];
    return this.#fields;
  }

  set addheaders(fields: (readonly [string, string])[]) {
    this.#fields = fields;
  }

  addheader(name: string, value: string): void {
    this.addheaders.push([name, value]);
  }

  /** Opens a URL, a `file:` URL or a file without a scheme. */
  async open(url: string, data: PostData = null): Promise<Response> {
    const full = quote(unwrapped(url), "%/:=&?~#+!$,;'@()*[]|");
    const [scheme, rest] = splitScheme(full);
    const proxy = this.proxies.get(scheme ?? "file") ?? null;
    const kind = proxy === null ? (scheme ?? "file") : splitScheme(proxy)[0];
    if (kind === "http" || kind === "https") {
      const request = urllibRequest({ scheme: scheme ?? "file", rest, full, proxy, data, fields: this.addheaders });
      return this.#exchange(request, data);
    }
    if (proxy !== null) throw new IOError("url error", `invalid proxy for ${scheme}`, proxy);
    if (kind === "file") {
      if (data !== null) throw new PyTypeError("open_file() takes exactly 2 arguments (3 given)");
      return openLocalFile(rest);
    }
    if (kind === "ftp" || kind === "data") throw new UntranslatedError("U0103", `urllib.urlopen(${reprStr(full)})`);
    throw new IOError("url error", "unknown url type", kind);
  }

  async #exchange({ wire, url }: UrllibRequest, data: PostData): Promise<Response> {
    const answer = await sendRequest(wire, getDefaultTimeout())
      .then((exchange) => exchange.answer())
      .catch((error: unknown) => {
        throw asIOError(error);
      });
    const response = responseOf(answer, url);
    if (answer.status >= 200 && answer.status < 300) return response;
    const { status, reason } = answer;
    // Without its scheme, as urllib knows it there.
    const [kind, rest] = splitScheme(url);
    this.kind = kind ?? "http";
    const made = await (data === null
      ? this[`httpError${status}`]?.(rest, response, status, reason, response.headers)
      : this[`httpError${status}`]?.(rest, response, status, reason, response.headers, data));
    return made ?? answered((await this.httpErrorDefault(rest, response, status, reason, response.headers)) ?? null);
  }

  /** What comes of an answer that is not 2xx, and that no method takes: here an IOError. A program's own may do so at once. */
  httpErrorDefault(_url: string, fp: Response, code: number, msg: string, headers: Headers): Handled {
    return refuse(fp, code, msg, headers);
  }
}

/** The IOError of an answer that urllib does not accept. */
export async function refuse(fp: Response, code: number, msg: string, headers: Headers): Promise<never> {
  await close(fp);
  throw new IOError("http error", code, msg, headers);
}

/** urllib gives None where a program's method gives nothing, and a program that then reads it fails. */
function answered(response: Response | null): Response {
  if (response === null) throw new UntranslatedError("U0103", "an http_error method that gives nothing");
  return response;
}

function responseOf(answer: Answer, url: string): Response {
  const response = toResponse(answer, url);
  unbuffered.set(response, answer.version === undefined && answer.fields.length === 0);
  return response;
}

/** urllib tells apart by the first argument what urllib2 tells apart by class. Other errors are the same in both. */
function asIOError(error: unknown): unknown {
  if (error instanceof SocketError) return new IOError("socket error", error);
  return error instanceof BadStatusLine ? new IOError("http protocol error", 0, "got a bad status line", null) : error;
}
