import { none } from "../analysis/types.ts";
import { id } from "../emit/build.ts";
import { fn, type LibraryModule, refused } from "./entry.ts";
import { quotingFunctions } from "./quoting.ts";

export const urllib: LibraryModule = {
  name: "urllib",
  members: {
    ...quotingFunctions,
    urlopen: refused("urllib.urlopen has rules of its own (HTTP/1.0, no HTTPError): not translated yet"),
    urlretrieve: refused("urlretrieve is not translated yet"),
    URLopener: refused("URLopener is not translated"),
    FancyURLopener: refused("FancyURLopener is not translated"),
    urlcleanup: fn("", none, () => id("undefined")),
  },
};
