import { int } from "../analysis/types.ts";
import { call } from "../emit/build.ts";
import { value } from "./entry.ts";
import { only } from "../analysis/kinds.ts";

/** `.status`: an attribute that only a program's handlers of redirects give a response or an HTTPError. */
export const givenStatus = value(
  int,
  ({ runtime, receiverTs }) => call(runtime("http", "givenStatus"), [receiverTs]),
  ({ runtime, receiverTs }, status, type) =>
    only(type, "int", "bool")
      ? call(runtime("http", "setGivenStatus"), [receiverTs, status])
      : "a status that is no number",
);
