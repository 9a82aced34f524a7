import { base64Encode } from "../base64/base64Encode.ts";

/** `binascii.b2a_base64(data)`: with the end of a line. */
export const base64Line = (data: Uint8Array | string): string => `${base64Encode(data)}\n`;
