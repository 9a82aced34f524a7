import { PyTypeError } from "../python/exceptions/PyTypeError.ts";
import type { OpenReader } from "./bodyReaders.ts";

/** What urllib2 and urllib have in the place of a body that was closed: reading it calls None. */
export const closedReader: OpenReader = {
  read: () => Promise.reject(new PyTypeError("'NoneType' object is not callable")),
  close: () => Promise.resolve(),
};
