import { base64Decode } from "../base64/base64Decode.ts";
import { PyTypeError } from "../exceptions/PyTypeError.ts";
import { BinasciiError } from "./BinasciiError.ts";

/** `binascii.a2b_base64(text)`: as `base64Decode`, but with the module's own exception. */
export function bytesFromBase64(data: string | Uint8Array): Uint8Array<ArrayBuffer> {
  try {
    return base64Decode(data);
  } catch (error) {
    throw error instanceof PyTypeError ? new BinasciiError(String(error)) : error;
  }
}
