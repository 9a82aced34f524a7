import { HttpRequest } from "../HttpRequest.ts";
import { installedOpener } from "../installedOpener.ts";
import type { OpenerDirector } from "./OpenerDirector.ts";

/** `urllib2.install_opener`: from here on `fetchOrThrow` opens by this opener's rules; null for urllib2's own again. */
export function installOpener(opener: OpenerDirector | null): void {
  installedOpener.open =
    opener &&
    ((target, { method, headers, body, timeout }) => {
      if (typeof target !== "string") return opener.open(target as HttpRequest, body, timeout);
      const request = new HttpRequest(target, { data: body, headers });
      if (method !== undefined) request.getMethod = () => method;
      return opener.open(request, null, timeout);
    });
}
