import { inPlaces } from "./signature.ts";
import { lib } from "../analysis/types.ts";
import { call } from "../emit/build.ts";
import { type Entry, fn } from "./entry.ts";
import { MESSAGE, RESPONSE } from "./urllib2-names.ts";

const BODY = `${RESPONSE}|urllib2.HTTPError|StringIO.StringIO|gzip.GzipFile|file`;

/** `addinfourl`, of urllib and by the same name of urllib2: what handlers give as an answer. */
export const infoUrls: Readonly<Record<string, Entry>> = {
  addinfourl: fn(`fp:${BODY}, headers:${MESSAGE}, url:text, code?:int`, lib(RESPONSE), (c) => {
    if (!c.has("code")) c.assume("A0134", "an answer made without a code is asked for it only when it has been set");
    return call(c.runtime("http", "infoUrl"), inPlaces(c, ["fp", "headers", "url", "code"]));
  }),
};
