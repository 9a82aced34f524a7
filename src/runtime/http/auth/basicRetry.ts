import { base64Encode } from "../../python/base64/base64Encode.ts";
import { close } from "../close.ts";
import { header } from "../header.ts";
import type { HttpRequest } from "../HttpRequest.ts";
import type { OpenerDirector } from "../opener/OpenerDirector.ts";
import { basicRealm } from "./basicRealm.ts";
import type { HTTPPasswordMgr } from "./HTTPPasswordMgr.ts";

/** Where a handler of passwords answers a challenge: in which field it stands, who asks, and where the password goes. */
export interface Challenge {
  readonly asked: "www-authenticate" | "proxy-authenticate";
  readonly host: string;
  readonly sent: "Authorization" | "Proxy-authorization";
}

/** Opens a request again with the password that a Basic challenge asks for; null if it is unknown, or was sent before. */
export async function basicRetry(
  parent: OpenerDirector,
  passwords: HTTPPasswordMgr,
  { asked, host, sent }: Challenge,
  request: HttpRequest,
  fp: Response,
): Promise<Response | null> {
  const challenge = header(fp, asked);
  const found = challenge === null ? null : basicRealm(challenge);
  if (found?.scheme.toLowerCase() !== "basic") return null;
  const [user, password] = passwords.findUserPassword(found.realm, host);
  if (password === null) return null;
  const credentials = `Basic ${base64Encode(`${user ?? "None"}:${password}`)}`;
  if (request.getHeader(sent) === credentials) return null;
  request.addUnredirectedHeader(sent, credentials);
  await close(fp);
  return parent.open(request, null, request.timeout);
}
