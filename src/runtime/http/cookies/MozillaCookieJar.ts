import { reprStr } from "../../python/repr/reprStr.ts";
import type { PyFile } from "../../python/files/PyFile.ts";
import { strip } from "../../python/text/strip.ts";
import type { Cookie, CookieFields } from "./Cookie.ts";
import { FileCookieJar } from "./FileCookieJar.ts";
import { LoadError } from "./LoadError.ts";

const heading = `# Netscape HTTP Cookie File
# http://curl.haxx.se/rfc/cookie_spec.html
# This is a generated file!  Do not edit.

`;

/** `cookielib.MozillaCookieJar`: cookies in the format of `cookies.txt`. */
export class MozillaCookieJar extends FileCookieJar {
  protected override written(cookies: readonly Cookie[]): string {
    const lines = cookies.map(({ domain, path, secure, expires, name, value }) => {
      const pair = value === null ? ["", name] : [name, value];
      const flags = [domain.startsWith("."), Boolean(secure)].map((flag) => String(flag).toUpperCase());
      return [domain, flags[0], path, flags[1], expires ?? "", ...pair].join("\t");
    });
    return heading + lines.map((line) => `${line}\n`).join("");
  }

  protected override *parsed(file: PyFile, filename: string): Generator<CookieFields, void, undefined> {
    if (!/#( Netscape)? HTTP Cookie File/.test(file.readline())) {
      throw new LoadError(`${reprStr(filename)} does not look like a Netscape format cookies file`);
    }
    for (const written of file) {
      const line = written.replace(/\n$/, "");
      if (/^[#$]|^$/.test(strip(line))) continue;
      const fields = line.split("\t");
      const [domain = "", specified, path = "", secure, expires = "", name = "", value = ""] = fields;
      const dot = domain.startsWith(".");
      if (fields.length !== 7 || (specified === "TRUE") !== dot || !/^([ \t-\r]*[-+]?\d+[ \t-\r]*)?$/.test(expires)) {
        throw new LoadError(`invalid Netscape format cookies file ${reprStr(filename)}: ${reprStr(line)}`);
      }
      yield {
        version: 0,
        // A name alone stands in the place of the value.
        ...(name === "" ? { name: value, value: null } : { name, value }),
        port: null,
        portSpecified: false,
        domain,
        domainSpecified: dot,
        domainInitialDot: dot,
        path,
        pathSpecified: false,
        secure: secure === "TRUE",
        expires: expires === "" ? null : Number(expires),
        discard: expires === "",
        comment: null,
        commentUrl: null,
        rest: new Map(),
      };
    }
  }
}
