import { RuntimeError } from "../../python/exceptions/RuntimeError.ts";
import type { HTTPError } from "../errors/HTTPError.ts";
import type { HttpRequest } from "../HttpRequest.ts";
import type { OpenerDirector } from "./OpenerDirector.ts";

/** A value, or what must be awaited for it: a program's own handlers may do without awaiting. */
export type Awaitable<T> = T | Promise<T>;

/** What a handler of errors gives: an answer, an HTTPError that stands for one, or null to leave it to the next handler. */
export type ErrorAnswer = Awaitable<Response | HTTPError | null>;

/** What a handler does with an answer that is an error. */
export type ErrorHook = (
  request: HttpRequest,
  fp: Response,
  code: number,
  msg: string,
  headers: Headers,
) => ErrorAnswer;

/**
 * `urllib2.BaseHandler`: one rule of an opener. It takes part by the methods that it has: `httpRequest` before a request,
 * `httpOpen` to make it, `httpResponse` after it, `httpError404` (any number) and `httpErrorDefault` for answers that are
 * errors; the same with `https` for `http`, `fileOpen`, and `defaultOpen` and `unknownOpen` for any scheme.
 */
export class BaseHandler {
  /** Handlers are asked in the order of this number, then in that in which they were added. */
  static handlerOrder = 500;
  #parent: OpenerDirector | null = null;

  [hook: `httpError${number}`]: ErrorHook;
  httpErrorDefault?(request: HttpRequest, fp: Response, code: number, msg: string, headers: Headers): ErrorAnswer;
  defaultOpen?(request: HttpRequest): Awaitable<Response | null>;
  unknownOpen?(request: HttpRequest): Awaitable<Response | null>;
  httpRequest?(request: HttpRequest): Awaitable<HttpRequest>;
  httpsRequest?(request: HttpRequest): Awaitable<HttpRequest>;
  httpOpen?(request: HttpRequest): Awaitable<Response | null>;
  httpsOpen?(request: HttpRequest): Awaitable<Response | null>;
  fileOpen?(request: HttpRequest): Awaitable<Response | null>;
  httpResponse?(request: HttpRequest, response: Response): Awaitable<Response | null>;
  httpsResponse?(request: HttpRequest, response: Response): Awaitable<Response | null>;

  /** The opener that the handler was added to; a RuntimeError before. */
  get parent(): OpenerDirector {
    if (this.#parent === null) throw new RuntimeError("the handler belongs to no opener");
    return this.#parent;
  }

  addParent(parent: OpenerDirector): void {
    this.#parent = parent;
  }
}
