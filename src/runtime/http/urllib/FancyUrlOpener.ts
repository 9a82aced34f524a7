import { IOError } from "../../python/exceptions/IOError.ts";
import { UntranslatedError } from "../../python/exceptions/UntranslatedError.ts";
import { rawInput } from "../../python/files/rawInput.ts";
import { fieldValue } from "../framing.ts";
import { latin1ToText } from "../latin1.ts";
import { responseHeaders } from "../responseHeaders.ts";
import type { Answer } from "../sendRequest.ts";
import { quote } from "../url/quote.ts";
import { urljoin } from "../url/urljoin.ts";
import type { PostData } from "./UrlOpener.ts";
import { refuse, responseOf, UrlOpener } from "./UrlOpener.ts";

/**
 * `urllib.FancyURLopener`: any status is an answer. It follows redirects, of which the tenth ends as an answer with the status 500, and
 * asks on the terminal for a name and password where they are needed.
 */
export class FancyUrlOpener extends UrlOpener {
  #redirects = 0;
  /** Name and password by realm and host, as they were asked for. */
  readonly #logins = new Map<string, readonly [string | null, string | null]>();

  protected override async failed(answer: Answer, url: string, data: PostData): Promise<Response> {
    const { status } = answer;
    const follows = [301, 302, 303].includes(status) || (status === 307 && data === null);
    if (follows) return this.#redirected(answer, url);
    if (status !== 401 && status !== 407) return this.rejected(answer, url);
    return this.#authenticated(answer, url, data);
  }

  /** What comes of an answer that is an error. */
  protected async rejected(answer: Answer, url: string): Promise<Response> {
    return responseOf(answer, url.replace(/^https:/, "http:"));
  }

  /** Name and password for a realm; null, or two empty ones, for none. */
  promptUserPasswd(host: string, realm: string): readonly [string | null, string | null] {
    rawInput(`Enter username for ${realm} at ${host}: `);
    throw new UntranslatedError("U0103", "getpass.getpass()");
  }

  async #redirected(answer: Answer, url: string): Promise<Response> {
    const { status, reason, fields, body } = answer;
    this.#redirects++;
    try {
      if (this.#redirects >= 10) {
        return await this.rejected(
          { ...answer, status: 500, reason: "Internal Server Error: Redirect Recursion" },
          url,
        );
      }
      const location = fieldValue(fields, "location") ?? fieldValue(fields, "uri");
      if (location === null) return await this.rejected(answer, url);
      await body?.cancel();
      const target = urljoin(url, latin1ToText(location));
      if (!/^(https?|ftp):\/\//i.test(target)) {
        const refusal = `${reason} - Redirection to url '${target}' is not allowed`;
        throw new IOError("redirect error", status, refusal, responseHeaders(fields));
      }
      return await this.open(target);
    } finally {
      this.#redirects = 0;
    }
  }

  /** Only for Basic: another challenge, or none, is an IOError. */
  async #authenticated(answer: Answer, url: string, data: PostData): Promise<Response> {
    const challenge = fieldValue(answer.fields, answer.status === 401 ? "www-authenticate" : "proxy-authenticate");
    const [, scheme = "", realm = ""] = /^[ \t]*([^ \t]+)[ \t]+realm="([^"]*)"/.exec(challenge ?? "") ?? [];
    if (scheme.toLowerCase() !== "basic") return refuse(answer);
    if (answer.status === 407) throw new UntranslatedError("U0103", "the password of a proxy");
    const [, kind = "", found = "", path = ""] = /^([^:]+):\/\/([^/#?]*)([^]*)$/.exec(url) ?? [];
    const host = found.slice(found.indexOf("@") + 1);
    const [user, password] = this.#login(host, latin1ToText(realm), found.includes("@"));
    if (!user && !password) return this.rejected(answer, url);
    await answer.body?.cancel();
    return this.open(`${kind}://${quote(user, "")}:${quote(password, "")}@${host}${path}`, data);
  }

  #login(host: string, realm: string, wasWrong: boolean): readonly [string | null, string | null] {
    const key = `${realm}@${host.toLowerCase()}`;
    if (wasWrong) this.#logins.delete(key);
    const login = this.#logins.get(key) ?? this.promptUserPasswd(host, realm);
    if (login[0] || login[1]) this.#logins.set(key, login);
    return login;
  }
}
