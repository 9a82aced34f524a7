import { IOError } from "../../python/exceptions/IOError.ts";
import { UntranslatedError } from "../../python/exceptions/UntranslatedError.ts";
import { rawInput } from "../../python/files/rawInput.ts";
import { close } from "../close.ts";
import { header } from "../header.ts";
import { quote } from "../url/quote.ts";
import { urljoin } from "../url/urljoin.ts";
import type { Handled, PostData } from "./UrlOpener.ts";
import { refuse, UrlOpener } from "./UrlOpener.ts";

/**
 * `urllib.FancyURLopener`: any status is an answer. It follows redirects, of which the tenth ends as an answer with the status 500, and
 * asks on the terminal for a name and password where they are needed. URLs come to its methods without their scheme.
 */
export class FancyUrlOpener extends UrlOpener {
  #redirects = 0;
  /** Name and password by realm and host, as they were asked for. */
  readonly #logins = new Map<string, readonly [string | null, string | null]>();

  /** An answer that is an error is an answer too. */
  override httpErrorDefault(url: string, fp: Response, code: number, _msg: string, _headers: Headers): Handled {
    const shown = { status: { value: code, configurable: true }, url: { value: `http:${url}`, configurable: true } };
    return Object.defineProperties(fp, shown);
  }

  /** Follows a redirect, but not the tenth in a row. */
  httpError302(
    url: string,
    fp: Response,
    code: number,
    msg: string,
    headers: Headers,
    _data: PostData = null,
  ): Handled {
    return this.#follow(url, fp, code, msg, headers);
  }

  async #follow(url: string, fp: Response, code: number, msg: string, headers: Headers): Promise<Response | null> {
    this.#redirects++;
    try {
      if (this.#redirects >= 10) {
        const recursion = "Internal Server Error: Redirect Recursion";
        const own = this.httpError500?.(url, fp, 500, recursion, headers);
        return (await (own === undefined ? this.httpErrorDefault(url, fp, 500, recursion, headers) : own)) ?? null;
      }
      const location = header(headers, "location") ?? header(headers, "uri");
      if (location === null) return null;
      await close(fp);
      const target = urljoin(`${this.kind}:${url}`, location);
      if (!/^(https?|ftp):\/\//i.test(target)) {
        throw new IOError("redirect error", code, `${msg} - Redirection to url '${target}' is not allowed`, headers);
      }
      return await this.open(target);
    } finally {
      this.#redirects = 0;
    }
  }

  httpError301(url: string, fp: Response, code: number, msg: string, headers: Headers, data: PostData = null): Handled {
    return this.httpError302(url, fp, code, msg, headers, data);
  }

  httpError303(url: string, fp: Response, code: number, msg: string, headers: Headers, data: PostData = null): Handled {
    return this.httpError302(url, fp, code, msg, headers, data);
  }

  /** As a 302, unless there are data. */
  httpError307(url: string, fp: Response, code: number, msg: string, headers: Headers, data: PostData = null): Handled {
    if (data === null) return this.httpError302(url, fp, code, msg, headers, data);
    return this.httpErrorDefault(url, fp, code, msg, headers);
  }

  /** Asks for a name and password; only for Basic: another challenge, or none, is an IOError. */
  httpError401(url: string, fp: Response, code: number, msg: string, headers: Headers, data: PostData = null): Handled {
    const realm = basicRealm(headers, "www-authenticate");
    if (realm === null) return refuse(fp, code, msg, headers);
    const [, found = "", path = ""] = /^\/\/([^/#?]*)([^]*)$/.exec(url) ?? [];
    const host = found.slice(found.indexOf("@") + 1);
    const [user, password] = this.#login(host, realm, found.includes("@"));
    if (!user && !password) return null;
    return this.open(`${this.kind}://${quote(user, "")}:${quote(password, "")}@${host}${path}`, data);
  }

  httpError407(_url: string, fp: Response, code: number, msg: string, headers: Headers): Handled {
    if (basicRealm(headers, "proxy-authenticate") === null) return refuse(fp, code, msg, headers);
    throw new UntranslatedError("U0103", "the password of a proxy");
  }

  /** Name and password for a realm; null, or two empty ones, for none. */
  promptUserPasswd(host: string, realm: string): readonly [string | null, string | null] {
    rawInput(`Enter username for ${realm} at ${host}: `);
    throw new UntranslatedError("U0103", "getpass.getpass()");
  }

  #login(host: string, realm: string, wasWrong: boolean): readonly [string | null, string | null] {
    const key = `${realm}@${host.toLowerCase()}`;
    if (wasWrong) this.#logins.delete(key);
    const login = this.#logins.get(key) ?? this.promptUserPasswd(host, realm);
    if (login[0] || login[1]) this.#logins.set(key, login);
    return login;
  }
}

/** The realm of a challenge for Basic; null for another challenge, or none. */
function basicRealm(headers: Headers, field: string): string | null {
  const [, scheme = "", realm = ""] = /^[ \t]*([^ \t]+)[ \t]+realm="([^"]*)"/.exec(header(headers, field) ?? "") ?? [];
  return scheme.toLowerCase() === "basic" ? realm : null;
}
