import { KeyError } from "../exceptions/KeyError.ts";
import { ValueError } from "../exceptions/ValueError.ts";
import { requireTextOr } from "../dynamic/requireTextOr.ts";
import { splitlines } from "./splitlines.ts";

/** Where values are looked for: keywords, or a dict. */
type Values = Readonly<Record<string, unknown>> | ReadonlyMap<string, unknown>;

/** `string.Template`: text with `$name` and `${name}` in it. */
export class StringTemplate {
  readonly template: string;
  readonly #textType: "str" | "unicode";

  /** What is no text is found out when it is used. */
  constructor(template: unknown, textType: "str" | "unicode" = "str") {
    this.template = template as string;
    this.#textType = textType;
  }

  /** `t.substitute(mapping, name=value)`: a name is looked for in each of the places, the first first. */
  substitute(...places: readonly Values[]): string {
    return this.#replaced((name, at) => {
      if (name === null) throw this.#invalid(at);
      const found = valueOf(name, places);
      if (found === undefined) throw KeyError.ofLookup(name);
      return String(found);
    });
  }

  /** `t.safe_substitute(…)`: what has no value stays as it is. */
  safeSubstitute(...places: readonly Values[]): string {
    return this.#replaced((name, _at, whole) => {
      const found = name === null ? undefined : valueOf(name, places);
      return found === undefined ? whole : String(found);
    });
  }

  #replaced(value: (name: string | null, at: number, whole: string) => string): string {
    const placeholder = /\$(?:(\$)|([_a-zA-Z][_a-zA-Z0-9]*)|\{([_a-zA-Z][_a-zA-Z0-9]*)\}|)/g;
    return requireTextOr(this.template, "expected string or buffer").replace(
      placeholder,
      (whole: string, escaped: string | undefined, named: string | undefined, braced: string | undefined, at: number) =>
        escaped === undefined ? value(named ?? braced ?? null, at + 1, whole) : "$",
    );
  }

  #invalid(at: number): ValueError {
    const lines = splitlines(this.template.slice(0, at), true);
    const before = lines.at(-1) ?? "";
    const column = this.#textType === "str" ? new TextEncoder().encode(before).length : [...before].length;
    return new ValueError(`Invalid placeholder in string: line ${lines.length}, col ${column}`);
  }
}

function valueOf(name: string, places: readonly Values[]): unknown {
  for (const place of places) {
    if (place instanceof Map) {
      if (place.has(name)) return place.get(name);
    } else if (Object.hasOwn(place, name)) return (place as Readonly<Record<string, unknown>>)[name];
  }
  return undefined;
}
