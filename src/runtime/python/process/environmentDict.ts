import { Dict } from "../containers/Dict.ts";
import { plainDict } from "../containers/plainDict.ts";

/** `dict(os.environ)`, `os.environ.copy()`: the variables as they are, in the order of a dict that is made from another one. */
export function environmentDict(): Dict<string, string> {
  const given = Object.entries(process.env).map(([name, value]): [string, string] => [name, value ?? ""]);
  return plainDict(new Dict(given));
}
