import { decodeText } from "../text/decodeText.ts";
import { base64Decode } from "./base64Decode.ts";

/** `base64.urlsafe_b64decode(text)`: `-` and `_` for `+` and `/`, which are taken too. */
export function base64DecodeUrlSafe(data: string | Uint8Array): Uint8Array<ArrayBuffer> {
  const text = typeof data === "string" ? data : decodeText(data);
  return base64Decode(text.replaceAll("-", "+").replaceAll("_", "/"));
}
