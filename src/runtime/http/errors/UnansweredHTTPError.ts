import { AttributeError } from "../../python/exceptions/AttributeError.ts";
import { shareBody } from "../bodyOwner.ts";
import { HTTPError } from "./HTTPError.ts";

/** An HTTPError that was made with None in the place of an answer: reading it, and asking for its `url`, is an AttributeError. */
export class UnansweredHTTPError extends HTTPError {
  constructor(url: string | null, status: number, reason: string, headers: ConstructorParameters<typeof HTTPError>[3]) {
    super(url, status, reason, headers, null);
    Object.defineProperty(this, "url", { get: () => absent("url") });
    shareBody(this, {
      get body() {
        return absent("read");
      },
      get bodyUsed() {
        return absent("read");
      },
    });
  }
}

function absent(name: string): never {
  throw new AttributeError(`'HTTPError' object has no attribute '${name}'`);
}
