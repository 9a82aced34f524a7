import { int, lib, listOf, none, str } from "../analysis/types.ts";
import { construct, method, logical, string } from "../emit/build.ts";
import {
  type CallEmit,
  type Entry,
  fn,
  type FunctionEntry,
  type InstanceType,
  type LibraryModule,
  value,
} from "./entry.ts";
import { refusedAll } from "./refusals.ts";
import { inPlaces, parameterNames, givenNames } from "./signature.ts";
import { has } from "../analysis/kinds.ts";

const STREAM = "StringIO.StringIO";

/** A method of the runtime's class, under Python's own name. */
const own = (name: string, params: string, result: FunctionEntry["result"]): Entry =>
  fn(params, result, (c) => {
    const names = givenNames(params, c);
    if (names.some((n) => has(c.type(n), "unicode"))) return "unicode text in a StringIO";
    return method(c.receiverTs, name, inPlaces(c, parameterNames(params)));
  });

const create = fn("buf?:text", lib(STREAM), (c: CallEmit) => {
  if (has(c.type("buf"), "unicode")) return "unicode text in a StringIO";
  return construct(c.runtime("python", "StringIO"), c.has("buf") ? [c.ts("buf")] : []);
});

/** `StringIO` and `cStringIO`: text in memory, read and written as a file. Bytes that are not text are not translated. */
export const stringIO: LibraryModule = {
  name: "StringIO",
  members: {
    // It makes text of what is none, which `cStringIO` refuses.
    StringIO: {
      kind: "class",
      name: STREAM,
      constructor: {
        ...create,
        emit: (c) => {
          const node = c.node("buf");
          return node && has(c.typeOf(node), "none") && !has(c.typeOf(node), "unicode", "json")
            ? construct(c.runtime("python", "StringIO"), [logical("??", c.translate(node), string("None"))])
            : create.emit(c);
        },
      },
    },
    ...refusedAll("EINVAL test", "a part of the module that nobody is meant to use"),
  },
};

export const cStringIO: LibraryModule = {
  name: "cStringIO",
  members: {
    StringIO: create,
    ...refusedAll("InputType OutputType cStringIO_CAPI", "the types of cStringIO's objects"),
  },
};

export const streamTypes: readonly InstanceType[] = [
  {
    name: STREAM,
    tsType: ({ runtimeType }) => runtimeType("python", "StringIO"),
    members: {
      write: own("write", "text:text", none),
      writelines: own("writelines", "lines:list|tuple", none),
      getvalue: own("getvalue", "", str),
      read: own("read", "size?:int", str),
      readline: own("readline", "", str),
      next: own("next", "", str),
      readlines: own("readlines", "", (c) => listOf(c.clock, str)),
      seek: own("seek", "offset:int, whence?:int", none),
      tell: own("tell", "", int),
      close: own("close", "", none),
      flush: own("flush", "", none),
      ...refusedAll("truncate reset isatty len buf pos closed softspace", "this part of StringIO is not translated"),
      buflist: value(none, () => "an inner list of StringIO's"),
    },
    iterates: () => str,
    iterate: ({ receiverTs }) => method(receiverTs, "lines"),
  },
];
