import { close } from "../close.ts";
import { UnansweredHTTPError } from "../errors/UnansweredHTTPError.ts";
import { header } from "../header.ts";
import type { HttpRequest } from "../HttpRequest.ts";
import type { OpenerDirector } from "../opener/OpenerDirector.ts";
import type { Challenge } from "./basicRetry.ts";
import { digestAuthorization } from "./digestAuthorization.ts";
import type { NonceCount } from "./digestAuthorization.ts";
import type { HTTPPasswordMgr } from "./HTTPPasswordMgr.ts";
import { parseHttpList } from "./parseHttpList.ts";
import { parseKeqvList } from "./parseKeqvList.ts";

/** What the two handlers of Digest passwords share: how often they have tried. */
export class DigestAuth {
  readonly #passwords: HTTPPasswordMgr;
  readonly #used: NonceCount = { nonce: null, count: 0 };
  #retried = 0;

  constructor(passwords: HTTPPasswordMgr) {
    this.#passwords = passwords;
  }

  /** Opens a request again with the answer to a Digest challenge; null if there is none. The sixth failure is an HTTPError without an answer. */
  async retry(
    parent: OpenerDirector,
    { asked, sent }: Omit<Challenge, "host">,
    request: HttpRequest,
    fp: Response,
  ): Promise<Response | null> {
    const [, scheme, challenge] = /^[ \t-\r]*([^ \t-\r]+)[ \t-\r]([^]*)$/.exec(header(fp, asked) ?? "") ?? [];
    if (this.#retried > 5) {
      throw new UnansweredHTTPError(request.getFullUrl(), 401, "digest auth failed", fp.headers);
    }
    this.#retried++;
    let response: Response | null = null;
    if (scheme?.toLowerCase() === "digest" && challenge !== undefined) {
      const answer = digestAuthorization(request, parseKeqvList(parseHttpList(challenge)), this.#passwords, this.#used);
      if (answer !== null && request.headers.get(sent) !== `Digest ${answer}`) {
        request.addUnredirectedHeader(sent, `Digest ${answer}`);
        await close(fp);
        response = await parent.open(request, null, request.timeout);
      }
    }
    this.#retried = 0;
    return response;
  }
}
