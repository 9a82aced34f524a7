import { BaseException } from "./BaseException.ts";

/** Base of every error a program is expected to handle; `except Exception` catches it. */
export class Exception extends BaseException {
  override readonly name: string = "Exception";
}
