import { Dict } from "../python/containers/Dict.ts";
import { strip } from "../python/text/strip.ts";

/** `cgi.parse_header`: the value of a field such as Content-Type, and its parameters by their names in lower case. */
export function parseHeader(line: string): [value: string, parameters: Dict<string, string>] {
  const [value = "", ...fields] = split(line);
  const parameters = new Dict<string, string>();
  for (const field of fields) {
    const at = field.indexOf("=");
    if (at < 0) continue;
    const quoted = strip(field.slice(at + 1));
    const plain = /^"[^]*"$/.test(quoted) && quoted.length >= 2 ? unquoted(quoted) : quoted;
    parameters.set(strip(field.slice(0, at)).toLowerCase(), plain);
  }
  return [value, parameters];
}

const unquoted = (text: string): string => text.slice(1, -1).replaceAll("\\\\", "\\").replaceAll('\\"', '"');

/** At the semicolons that are outside of quotation marks. */
function split(line: string): string[] {
  const parts: string[] = [];
  let from = 0;
  for (let at = line.indexOf(";"); at >= 0; at = line.indexOf(";", at + 1)) {
    const part = line.slice(from, at);
    const marks = part.split('"').length - part.split('\\"').length;
    if (marks % 2 !== 0) continue;
    parts.push(strip(part));
    from = at + 1;
  }
  return [...parts, strip(line.slice(from))];
}
