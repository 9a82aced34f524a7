import { base64Encode } from "./base64Encode.ts";

/** `base64.encodestring(data)`: lines of 76 characters, each with its newline. */
export function base64EncodeLines(data: string | Uint8Array): string {
  return base64Encode(data).replace(/.{1,76}/g, (line) => `${line}\n`);
}
