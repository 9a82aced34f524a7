import { base64Encode } from "./base64Encode.ts";

/** `base64.urlsafe_b64encode(data)`: `-` and `_` for `+` and `/`. */
export function base64EncodeUrlSafe(data: string | Uint8Array): string {
  return base64Encode(data).replaceAll("+", "-").replaceAll("/", "_");
}
