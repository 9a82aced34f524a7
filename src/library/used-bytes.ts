import { isBytes } from "../analysis/kinds.ts";
import { type Type } from "../analysis/types.ts";
import { call } from "../emit/build.ts";
import type * as ts from "../emit/tree.ts";
import type { CallEmit, CallTypes } from "./entry.ts";

/** What a function gives that makes bytes: bytes, or text where the script uses them as text. */
export const usedBytes = (c: CallTypes): Type => ({ k: "str", ascii: false, body: c.clock.body() });

/** Bytes as the script uses what the call gives. */
export const asUsed = (c: CallEmit, made: ts.Expression): ts.Expression =>
  isBytes(c.resultType) ? made : call(c.runtime("python", "decodeText"), [made]);
