import { Dict } from "../../python/containers/Dict.ts";
import { splitUrl } from "../url/splitUrl.ts";

/** A user and the password; nulls where none is known. */
export type UserPassword = readonly [user: string | null, password: string | null];

/** A host and a path, by which passwords are found. */
type Place = readonly [authority: string, path: string];

/** `urllib2.HTTPPasswordMgr`: passwords by realm and URL. */
export class HTTPPasswordMgr {
  readonly #passwords = new Map<string | null, Dict<readonly Place[], readonly [string, string]>>();

  /** Knows a password for all URLs below one, or several; these may also be a host alone. */
  addPassword(realm: string | null, uri: string | readonly string[], user: string, passwd: string): void {
    const uris = typeof uri === "string" ? [uri] : uri;
    const known = this.#passwords.get(realm) ?? new Dict<readonly Place[], readonly [string, string]>();
    this.#passwords.set(realm, known);
    for (const withPort of [true, false]) {
      known.set(
        uris.map((one) => reduce(one, withPort)),
        [user, passwd],
      );
    }
  }

  findUserPassword(realm: string | null, authuri: string): UserPassword {
    const known = this.#passwords.get(realm) ?? new Dict<readonly Place[], readonly [string, string]>();
    for (const withPort of [true, false]) {
      const asked = reduce(authuri, withPort);
      for (const [places, found] of known) if (places.some((place) => isBelow(place, asked))) return found;
    }
    return [null, null];
  }
}

function reduce(uri: string, withPort: boolean): Place {
  const { scheme, netloc, path } = splitUrl(uri);
  if (netloc === "") return [uri, "/"];
  const port = scheme === "http" ? 80 : scheme === "https" ? 443 : null;
  const bare = /^([^]*):\d*$/.exec(netloc)?.[1];
  // A colon without digits after it counts as no port.
  const named = bare !== undefined && !netloc.endsWith(":");
  return [withPort && !named && port !== null ? `${bare ?? netloc}:${port}` : netloc, path || "/"];
}

function isBelow(base: Place, asked: Place): boolean {
  return base[0] === asked[0] && asked[1].startsWith(base[1]);
}
