import { decodeText } from "../text/decodeText.ts";
import { floatRepr } from "../numbers/floatRepr.ts";
import "./reprArguments.ts";
import { reprBool } from "./reprBool.ts";
import { reprLong } from "./reprLong.ts";
import { reprMethod } from "./reprMethod.ts";
import { reprStr } from "./reprStr.ts";
import { whileShown } from "./whileShown.ts";

/**
 * `repr(x)` of a value whose type is known only when running.
 *
 * A whole number is an int (a whole float is a `Float` where types are not known), text is a `str`, an array is a list.
 */
export function repr(x: unknown): string {
  if (x === null) return "None";
  if (typeof x === "string") return reprStr(x);
  if (typeof x === "number") return Number.isSafeInteger(x) ? String(x) : floatRepr(x);
  if (typeof x === "boolean") return reprBool(x);
  if (typeof x === "bigint") return reprLong(x);
  if (Array.isArray(x) && !(reprMethod in x)) return whileShown(x, "[...]", () => `[${x.map(repr).join(", ")}]`);
  if (x instanceof Uint8Array) return reprStr(decodeText(x));
  if (typeof x === "function") return `<function ${x.name}>`;
  if (typeof x === "object" && reprMethod in x && typeof x[reprMethod] === "function") return String(x[reprMethod]());
  if (x instanceof Headers) return "<httplib.HTTPMessage instance>";
  if (typeof x === "object") return `<${x.constructor.name} object>`;
  throw new TypeError(`not a Python value: ${String(x)}`);
}
