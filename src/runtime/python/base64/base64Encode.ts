import { encodeText } from "../text/encodeText.ts";

/** `base64.b64encode(data)`. */
export function base64Encode(data: string | Uint8Array): string {
  const bytes = typeof data === "string" ? encodeText(data) : data;
  let binary = "";
  for (const byte of bytes) binary += String.fromCharCode(byte);
  return btoa(binary);
}
