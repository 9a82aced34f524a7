import { library } from "../library/index.ts";
import type { ClassInfo } from "./entities.ts";
import type { Type } from "./types.ts";

/** A class of the program that is an exception's. */
export const derivesFromException = ({ libraryBase }: Pick<ClassInfo, "libraryBase">): boolean =>
  libraryBase !== null && library.isException(libraryBase);

/** An exception: an object of one of the library's classes for them, or of a class of the program that derives from one. */
export const isException = (m: Type): boolean =>
  (m.k === "lib" && library.isException(m.name)) || (m.k === "instance" && derivesFromException(m.cls));

/** The class of an exception. */
export const isExceptionClass = (m: Type): boolean =>
  (m.k === "libclass" && library.isException(m.name)) || (m.k === "class" && derivesFromException(m.cls));

/** What is called makes an exception of its arguments: a class, or the `__init__` of the class that one derives from. */
export const makesError = (callee: Type): boolean =>
  isExceptionClass(callee) || (callee.k === "method" && callee.name === "__init__" && isException(callee.receiver));
