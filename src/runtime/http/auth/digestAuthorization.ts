import { createHash, randomBytes } from "node:crypto";
import { ValueError } from "../../python/exceptions/ValueError.ts";
import { reprStr } from "../../python/repr/reprStr.ts";
import { encodeText } from "../../python/text/encodeText.ts";
import { URLError } from "../errors/URLError.ts";
import type { HttpRequest } from "../HttpRequest.ts";
import type { HTTPPasswordMgr } from "./HTTPPasswordMgr.ts";

/** How often a server's nonce has been used. */
export interface NonceCount {
  nonce: string | null;
  count: number;
}

/**
 * The answer to a Digest challenge, without its scheme; null if the challenge or the password is not all there. Quality
 * `auth` or none; a URLError for another, a ValueError for another algorithm than MD5 and SHA.
 */
export function digestAuthorization(
  request: HttpRequest,
  challenge: ReadonlyMap<string, string>,
  passwords: HTTPPasswordMgr,
  used: NonceCount,
): string | null {
  const [realm, nonce, qop, opaque] = ["realm", "nonce", "qop", "opaque"].map((name) => challenge.get(name));
  const algorithm = challenge.get("algorithm") ?? "MD5";
  if (realm === undefined || nonce === undefined) return null;
  const hash = { MD5: "md5", SHA: "sha1" }[algorithm.toUpperCase()];
  if (hash === undefined) {
    throw new ValueError(`Unsupported digest authentication algorithm ${reprStr(algorithm.toLowerCase())}`);
  }
  const digest = (text: string) => createHash(hash).update(encodeText(text)).digest("hex");
  const [user, password] = passwords.findUserPassword(realm, request.getFullUrl());
  if (user === null) return null;
  const secret = digest(`${user}:${realm}:${password}`);
  const asked = digest(`${request.getMethod()}:${request.getSelector()}`);
  let count = "";
  let own = "";
  let middle = nonce;
  if (qop === "auth") {
    used.count = nonce === used.nonce ? used.count + 1 : 1;
    used.nonce = nonce;
    count = used.count.toString(16).padStart(8, "0");
    own = randomBytes(8).toString("hex");
    middle = `${nonce}:${count}:${own}:${qop}`;
  } else if (qop !== undefined) throw new URLError(`qop '${qop}' is not supported.`);
  const response = digest(`${secret}:${middle}:${asked}`);
  return [
    `username="${user}", realm="${realm}", nonce="${nonce}", uri="${request.getSelector()}", response="${response}"`,
    ...(opaque ? [`opaque="${opaque}"`] : []),
    `algorithm="${algorithm}"`,
    ...(qop ? [`qop=auth, nc=${count}, cnonce="${own}"`] : []),
  ].join(", ");
}
