import type { Kind } from "../analysis/types.ts";
import { dictMethods, listMethods, setMethods, tupleMethods } from "./container-methods.ts";
import type { Entry } from "./entry.ts";
import { iteratorMethods } from "./iterator.ts";
import { floatMethods, integerMethods } from "./number-methods.ts";
import { jsonValueMethods } from "./json-value-methods.ts";
import { textMethods } from "./text-methods.ts";
import { unknownMethods } from "./unknown-methods.ts";

/** Methods of the built-in types, by kind of type. */
export const builtinTypes: Readonly<Partial<Record<Kind, Readonly<Record<string, Entry>>>>> = {
  bool: integerMethods,
  int: integerMethods,
  long: integerMethods,
  float: floatMethods,
  str: textMethods,
  unicode: textMethods,
  list: listMethods,
  tuple: tupleMethods,
  sequence: tupleMethods,
  dict: dictMethods,
  set: setMethods,
  iter: iteratorMethods,
  json: jsonValueMethods,
  unknown: unknownMethods,
};
