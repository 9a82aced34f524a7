import { HttpRequest } from "../HttpRequest.ts";
import { installedOpener } from "../installedOpener.ts";
import type { OpenerDirector } from "./OpenerDirector.ts";

/** `urllib2.install_opener`: from here on `fetchOrThrow` opens by this opener's rules; null for urllib2's own again. */
export function installOpener(opener: OpenerDirector | null): void {
  installedOpener.open =
    opener &&
    ((target, { method, headers, body, timeout }) => {
      if (target instanceof HttpRequest) return opener.open(target, body, timeout);
      const request = new HttpRequest(typeof target === "string" ? target : target.getFullUrl(), {
        data: body,
        headers: typeof target === "string" ? headers : target.headers,
      });
      if (method !== undefined) request.getMethod = () => method;
      return opener.open(request, null, timeout);
    });
}
