import { none } from "../analysis/types.ts";
import { call } from "../emit/build.ts";
import { fn, type LibraryModule } from "./entry.ts";

export const socket: LibraryModule = {
  name: "socket",
  members: {
    setdefaulttimeout: fn("timeout:number|none", none, (c) =>
      call(c.runtime("http", "setDefaultTimeout"), [c.ts("timeout")]),
    ),
  },
};
