import { listOf, str, tupleOf } from "../analysis/types.ts";
import { call } from "../emit/build.ts";
import { fn, type FunctionEntry, type LibraryModule } from "./entry.ts";
import { inPlaces, parameterNames } from "./signature.ts";

const PARAMS = "args:list|tuple, shortopts:text, longopts?:list|tuple|text";

const parsing = (feature: string): FunctionEntry =>
  fn(
    PARAMS,
    (c) => tupleOf([listOf(c.clock, tupleOf([str, str])), listOf(c.clock, str)]),
    (c) => call(c.runtime("python", feature), inPlaces(c, parameterNames(PARAMS))),
  );

/** `GetoptError` and `error`, its old name, are in the table of exceptions. */
export const getopt: LibraryModule = {
  name: "getopt",
  members: { getopt: parsing("getopt"), gnu_getopt: parsing("gnuGetopt") },
};
