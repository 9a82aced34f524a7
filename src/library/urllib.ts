import { asciiStr, str } from "../analysis/types.ts";
import { call } from "../emit/build.ts";
import { type Entry, fn, type LibraryModule, refused } from "./entry.ts";

const simple = (feature: string, result: typeof str): Entry =>
  fn("s:text, safe?:text", result, (c) =>
    call(c.runtime("http", feature), c.has("safe") ? [c.ts("s"), c.ts("safe")] : [c.ts("s")]),
  );

/** What urllib2 has of urllib's under the same names. */
export const quoting: Readonly<Record<string, Entry>> = {
  quote: simple("quote", asciiStr),
  unquote: fn("s:text", str, (c) => call(c.runtime("http", "unquote"), [c.ts("s")])),
};

export const urllib: LibraryModule = {
  name: "urllib",
  members: {
    ...quoting,
    quote_plus: simple("quotePlus", asciiStr),
    unquote_plus: fn("s:text", str, (c) => call(c.runtime("http", "unquotePlus"), [c.ts("s")])),
    urlencode: fn("query:dict|list|tuple, doseq?", asciiStr, (c) => {
      const node = c.node("doseq");
      return call(c.runtime("http", "urlencode"), node ? [c.ts("query"), c.truth(node)] : [c.ts("query")]);
    }),
    urlopen: refused("urllib.urlopen has rules of its own (HTTP/1.0, no HTTPError): not translated yet"),
    urlretrieve: refused("urlretrieve is not translated yet"),
    URLopener: refused("URLopener is not translated"),
    FancyURLopener: refused("FancyURLopener is not translated"),
  },
};
