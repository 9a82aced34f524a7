import { ValueError } from "../../python/exceptions/ValueError.ts";
import { openFile } from "../../python/files/openFile.ts";
import type { PyFile } from "../../python/files/PyFile.ts";
import { Cookie } from "./Cookie.ts";
import type { CookieFields } from "./Cookie.ts";
import { CookieJar } from "./CookieJar.ts";
import type { CookiePolicy } from "./CookiePolicy.ts";

/** `cookielib.FileCookieJar`: cookies that are kept in a file, when the program says so. */
export abstract class FileCookieJar extends CookieJar {
  /** The file of `save`, `load` and `revert` without one. */
  filename: string | null;

  constructor(filename: string | null = null, policy: CookiePolicy | null = null) {
    super(policy);
    this.filename = filename;
  }

  /** Writes the cookies: without those that end with the program, or have expired, unless these are not to be ignored. */
  save(filename: string | null = null, ignoreDiscard = false, ignoreExpires = false): void {
    const file = openFile(this.#named(filename), "w");
    try {
      file.write(this.written(this.kept(ignoreDiscard, ignoreExpires)));
    } finally {
      file.close();
    }
  }

  /** Adds the cookies of a file to those of the jar. An IOError if it is not there, a LoadError if it is no cookie file. */
  load(filename: string | null = null, ignoreDiscard = false, ignoreExpires = false): void {
    const name = this.#named(filename);
    const file = openFile(name);
    try {
      const now = Date.now() / 1000;
      for (const fields of this.parsed(file, name)) {
        const cookie = new Cookie(fields);
        if ((ignoreDiscard || !cookie.discard) && (ignoreExpires || !cookie.isExpired(now))) this.setCookie(cookie);
      }
    } finally {
      file.close();
    }
  }

  /** `load` in place of what the jar has; if that fails, the jar is as it was. */
  revert(filename: string | null = null, ignoreDiscard = false, ignoreExpires = false): void {
    const name = this.#named(filename);
    this.refill(() => this.load(name, ignoreDiscard, ignoreExpires));
  }

  /** The text of a file with these cookies. */
  protected abstract written(cookies: readonly Cookie[]): string;

  /** The cookies of a file, one after the other. */
  protected abstract parsed(file: PyFile, filename: string): Iterable<CookieFields>;

  protected kept(ignoreDiscard: boolean, ignoreExpires: boolean): Cookie[] {
    const now = Date.now() / 1000;
    return [...this].filter(
      (cookie) => (ignoreDiscard || !cookie.discard) && (ignoreExpires || !cookie.isExpired(now)),
    );
  }

  #named(filename: string | null): string {
    const name = filename ?? this.filename;
    if (name === null) {
      throw new ValueError("a filename was not supplied (nor was the CookieJar instance initialised with one)");
    }
    return name;
  }
}
