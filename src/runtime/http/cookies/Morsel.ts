import { KeyError } from "../../python/exceptions/KeyError.ts";
import { reprMethod } from "../../python/repr/reprMethod.ts";
import { reprStr } from "../../python/repr/reprStr.ts";
import { CookieError } from "./CookieError.ts";
import { legalCookieText } from "./cookieQuoting.ts";

/** The attributes of a cookie, as they are looked up, and as they are written. */
const written: Readonly<Record<string, string>> = {
  comment: "Comment",
  domain: "Domain",
  expires: "expires",
  httponly: "httponly",
  "max-age": "Max-Age",
  path: "Path",
  secure: "secure",
  version: "Version",
};

export type CookieAttribute = string | number | boolean;

/** `Cookie.Morsel`: one cookie with its attributes, each "" unless it is given. */
export class Morsel {
  key = "None";
  value = "None";
  /** The value as it is sent. */
  codedValue = "None";
  readonly #attributes = new Map<string, CookieAttribute>(Object.keys(written).map((name) => [name, ""]));

  /** Whether a name is that of an attribute, so that no cookie may have it. */
  static isReserved(name: string): boolean {
    return Object.hasOwn(written, name.toLowerCase());
  }

  /** Gives it a name and a value; a CookieError for a name with other than plain characters, or that of an attribute. */
  assign(key: string, value: string, codedValue: string): void {
    if (Morsel.isReserved(key)) throw new CookieError(`Attempt to set a reserved key: ${key}`);
    if (!legalCookieText.test(key)) throw new CookieError(`Illegal key value: ${key}`);
    Object.assign(this, { key, value, codedValue });
  }

  get(name: string): CookieAttribute {
    const value = this.#attributes.get(name);
    if (value === undefined) throw new KeyError(name);
    return value;
  }

  set(name: string, value: CookieAttribute): void {
    if (!Morsel.isReserved(name)) throw new CookieError(`Invalid Attribute ${name.toLowerCase()}`);
    this.#attributes.set(name.toLowerCase(), value);
  }

  /** `name=value; Path=/`: with those of the attributes that are listed, or all. */
  outputString(attributes: readonly string[] | null = null): string {
    const parts = [`${this.key}=${this.codedValue}`];
    for (const [name, value] of this.#attributes) {
      if (value === "" || (attributes !== null && !attributes.includes(name))) continue;
      const label = written[name] ?? name;
      if (name === "secure" || name === "httponly") parts.push(label);
      else if (name === "expires" && typeof value === "number") parts.push(`${label}=${cookieDate(value)}`);
      else parts.push(`${label}=${typeof value === "boolean" ? (value ? "True" : "False") : value}`);
    }
    return parts.join("; ");
  }

  output(attributes: readonly string[] | null = null, header = "Set-Cookie:"): string {
    return `${header} ${this.outputString(attributes)}`;
  }

  toString(): string {
    return this.output();
  }

  [reprMethod](): string {
    return `<Morsel: ${this.key}=${reprStr(this.value)}>`;
  }
}

/** So many seconds from now: `Thu, 01 Jan 1970 00:00:00 GMT`. */
function cookieDate(seconds: number): string {
  return new Date(Date.now() + seconds * 1000).toUTCString();
}
