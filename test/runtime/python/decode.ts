import { readFileSync } from "node:fs";
import { Dict } from "../../../src/runtime/python/containers/Dict.ts";
import { PySet } from "../../../src/runtime/python/containers/PySet.ts";
import { Float } from "../../../src/runtime/python/numbers/Float.ts";
import { parseFloatText } from "../../../src/runtime/python/numbers/parseFloatText.ts";

/** A recorded value (encode.py) as the runtime holds it. With `boxed` whole floats are `Float`, as where types are not known. */
export function decode(recorded: unknown, boxed = false): unknown {
  if (Array.isArray(recorded)) return recorded.map((item) => decode(item, boxed));
  if (typeof recorded !== "object" || recorded === null) return recorded;
  if ("float" in recorded) {
    const number = parseFloatText(String(recorded.float));
    return boxed && Number.isInteger(number) ? new Float(number) : number;
  }
  if ("long" in recorded) return BigInt(String(recorded.long));
  if ("unicode" in recorded) return recorded.unicode;
  if ("tuple" in recorded) return decode(recorded.tuple, boxed);
  if ("set" in recorded) return new PySet(list(decode(recorded.set, boxed)));
  if (!("dict" in recorded)) throw new Error(`unknown recorded value: ${JSON.stringify(recorded)}`);
  return new Dict(list(decode(recorded.dict, boxed)).map((pair): [unknown, unknown] => [list(pair)[0], list(pair)[1]]));
}

export function list(value: unknown): unknown[] {
  if (!Array.isArray(value)) throw new Error(`not a list: ${JSON.stringify(value)}`);
  return value;
}

/** A table that record.py wrote. */
export function recorded<Row>(name: string): Row[] {
  const text = readFileSync(new URL(`recorded/${name}.jsonl`, import.meta.url), "utf8");
  return text
    .trimEnd()
    .split("\n")
    .map((line): Row => JSON.parse(line));
}
