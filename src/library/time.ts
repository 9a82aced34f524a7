import { float, none } from "../analysis/types.ts";
import { binary, call, id, member, method, number } from "../emit/build.ts";
import { asyncFn, fn, type LibraryModule } from "./entry.ts";

export const time: LibraryModule = {
  name: "time",
  members: {
    sleep: asyncFn("seconds:number", none, (c) => call(c.runtime("python", "sleep"), [c.ts("seconds")])),
    time: fn("", float, () => binary("/", call(member(id("Date"), "now")), number(1000))),
    clock: fn("", float, () => binary("/", method(id("performance"), "now"), number(1000))),
  },
};
