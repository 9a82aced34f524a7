import { floatRepr } from "./floatRepr.ts";
import { floatStr } from "./floatStr.ts";
import { reprMethod } from "../repr/reprMethod.ts";

/**
 * A whole-valued float (`3.0`) where types are known only when running, and where a plain 3 would be taken for an int.
 * Computes as a number; shows its `.0`.
 */
export class Float extends Number {
  override toString(): string {
    return floatStr(this.valueOf());
  }

  [reprMethod](): string {
    return floatRepr(this.valueOf());
  }
}
