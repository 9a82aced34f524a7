import { str } from "../analysis/types.ts";
import { call } from "../emit/build.ts";
import { fn, type LibraryModule } from "./entry.ts";

export const urlparse: LibraryModule = {
  name: "urlparse",
  members: {
    urljoin: fn("base:text, url:text", str, (c) => call(c.runtime("http", "urljoin"), [c.ts("base"), c.ts("url")])),
  },
};
