import { str } from "../repr/str.ts";

/** What a SystemExit's code means to the system: the status, 0 to 255, and the text that goes to stderr first, if any. */
export function exitStatus(code: unknown): { status: number; message: string | null } {
  if (code === null) return { status: 0, message: null };
  if (typeof code === "boolean" || Number.isSafeInteger(code)) return { status: Number(code) & 0xff, message: null };
  if (typeof code === "bigint" && BigInt.asIntN(64, code) === code)
    return { status: Number(code & 0xffn), message: null };
  return { status: 1, message: str(code) };
}
