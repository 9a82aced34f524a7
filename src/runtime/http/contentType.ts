import { stripSpace } from "../python/text/stripSpace.ts";
import { header } from "./header.ts";
import type { HeaderSource } from "./responseHeaders.ts";

/** `response.info().gettype()`: the media type in lower case, without its parameters; `text/plain` if none is given. */
export function contentType(source: HeaderSource): string {
  const [type = ""] = (header(source, "content-type") ?? "text/plain").split(";");
  return type
    .split("/")
    .map((part) => stripSpace(part).toLowerCase())
    .join("/");
}
