import { only } from "../analysis/kinds.ts";
import { call } from "../emit/build.ts";
import { type Emitted, fn, type LibraryModule } from "./entry.ts";

/** What the program does at its end; arguments beside the function have been written into a lambda. */
export const atexit: LibraryModule = {
  name: "atexit",
  members: {
    register: fn(
      "func:callable, *args",
      (c) => {
        c.callResult(c.type("func"), c.rest("args"));
        return c.type("func");
      },
      (c): Emitted => {
        if (c.restNodes().length > 0) return "arguments for what is no function of the program";
        if (!only(c.type("func"), "func")) return "what is called at the end is no function of the program";
        const run = c.handed("func", 0);
        return typeof run === "string" ? run : call(c.runtime("python", "atExit"), [run]);
      },
    ),
  },
};
