import { inPlaces } from "./signature.ts";
import { lib } from "../analysis/types.ts";
import { call } from "../emit/build.ts";
import { type Entry, fn } from "./entry.ts";
import { MESSAGE, RESPONSE } from "./urllib2-names.ts";

/** `addinfourl`, of urllib and by the same name of urllib2: what handlers of redirects give as an answer. */
export const infoUrls: Readonly<Record<string, Entry>> = {
  addinfourl: fn(`fp:${RESPONSE}|urllib2.HTTPError, headers:${MESSAGE}, url:text, code?:int`, lib(RESPONSE), (c) =>
    call(c.runtime("http", "infoUrl"), inPlaces(c, ["fp", "headers", "url", "code"])),
  ),
};
