import type { BaseException } from "./BaseException.ts";

/** Classes that several modules of Python's call alike. */
const pythonNames: Readonly<Record<string, string>> = {
  SocketError: "error",
  SocketTimeout: "timeout",
  GetAddrInfoError: "gaierror",
  ShutilError: "Error",
  ZlibError: "error",
  CsvError: "Error",
  ReError: "error",
};

/** `cls.__name__` of an exception class: what Python calls it, which may be no name for a class here. */
export function exceptionName(cls: abstract new (...args: never[]) => BaseException): string {
  return pythonNames[cls.name] ?? cls.name.replace(/^Py(?=[A-Z])/, "");
}
