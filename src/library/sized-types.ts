import { COOKIE_JARS } from "./cookielib.ts";

/** Types of the library whose objects have a length: their `size` in the runtime. They are iterables, and false when it is 0. */
export const sizedTypes: ReadonlySet<string> = new Set([
  ...COOKIE_JARS,
  "Cookie.SimpleCookie",
  "collections.deque",
  "xml.etree.ElementTree.Element",
]);
