import { stripSpace } from "../python/text/stripSpace.ts";
import { unquoteText } from "../python/mail/quoting.ts";
import { header } from "./header.ts";
import type { HeaderSource } from "./responseHeaders.ts";

/** `response.info().getplist()`: the parameters of Content-Type as `name=value`, with the names in lower case. */
export function contentTypeParameters(source: HeaderSource): string[] {
  const [, ...parameters] = (header(source, "content-type") ?? "").split(";");
  return parameters.map((parameter) => {
    const at = parameter.indexOf("=");
    if (at < 0) return stripSpace(parameter);
    return `${stripSpace(parameter.slice(0, at)).toLowerCase()}=${stripSpace(parameter.slice(at + 1))}`;
  });
}

/** `response.info().getparam(name)`: one of them, as `charset`, without its quotation marks; null if there is none. */
export function contentTypeParameter(source: HeaderSource, name: string): string | null {
  const start = `${name.toLowerCase()}=`;
  const found = contentTypeParameters(source).find((parameter) => parameter.startsWith(start));
  return found === undefined ? null : unquoteText(found.slice(start.length));
}
