import type { HttpRequest } from "../HttpRequest.ts";
import type { Awaitable } from "./BaseHandler.ts";
import { BaseHandler } from "./BaseHandler.ts";
import { fileAnswer } from "./fileAnswer.ts";

/** `urllib2.FileHandler`: opens `file:` URLs. */
export class FileHandler extends BaseHandler {
  override fileOpen(request: HttpRequest): Awaitable<Response | null> {
    return fileAnswer(request);
  }
}
