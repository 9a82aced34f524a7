import { HTTPPasswordMgr } from "./HTTPPasswordMgr.ts";
import type { UserPassword } from "./HTTPPasswordMgr.ts";

/** `urllib2.HTTPPasswordMgrWithDefaultRealm`: passwords of the realm null are for any realm. */
export class HTTPPasswordMgrWithDefaultRealm extends HTTPPasswordMgr {
  override findUserPassword(realm: string | null, authuri: string): UserPassword {
    const found = super.findUserPassword(realm, authuri);
    return found[0] === null ? super.findUserPassword(null, authuri) : found;
  }
}
