import { asNumber } from "../dynamic/asNumber.ts";
import { UntranslatedError } from "../exceptions/UntranslatedError.ts";
import { Float } from "../numbers/Float.ts";
import { AttributeError } from "../exceptions/AttributeError.ts";
import { IndexError } from "../exceptions/IndexError.ts";
import { KeyError } from "../exceptions/KeyError.ts";
import { ValueError } from "../exceptions/ValueError.ts";
import { getItem } from "../dynamic/getItem.ts";
import { typeName } from "../dynamic/typeName.ts";

/** The arguments of `str.format`, looked up by field names: `0`, `name`, nothing for the next one, then `.attribute` and `[key]`. */
export class FormatFields {
  readonly #positional: readonly unknown[];
  readonly #named: Readonly<Record<string, unknown>>;
  #next = 0;
  #numbering: "automatic" | "manual" | null = null;

  constructor(positional: readonly unknown[], named: Readonly<Record<string, unknown>>) {
    this.#positional = positional;
    this.#named = named;
  }

  get(field: string): unknown {
    const [first = ""] = /^[^.[]*/.exec(field) ?? [];
    let value = this.#argument(first);
    for (let rest = field.slice(first.length); rest !== "";) {
      const [step, attribute, key] = readStep(rest);
      value = key === undefined ? attributeOf(value, attribute ?? "") : itemOf(value, key);
      rest = rest.slice(step.length);
    }
    return value;
  }

  #argument(name: string): unknown {
    if (name !== "" && !/^\d+$/.test(name)) {
      if (!Object.hasOwn(this.#named, name)) throw new KeyError(name);
      return this.#named[name];
    }
    const numbering = name === "" ? "automatic" : "manual";
    this.#numbering ??= numbering;
    if (this.#numbering !== numbering) throw new ValueError(switched[this.#numbering]);
    const index = name === "" ? this.#next++ : Number(name);
    if (index >= this.#positional.length) throw new IndexError("tuple index out of range");
    return this.#positional[index];
  }
}

const switched = {
  automatic: "cannot switch from automatic field numbering to manual field specification",
  manual: "cannot switch from manual field specification to automatic field numbering",
};

/** The `.attribute` or `[key]` that a field goes on with. */
function readStep(rest: string): [step: string, attribute: string | undefined, key: string | undefined] {
  const [step, attribute, key] = /^(?:\.([^.[]*)|\[([^\]]*)\])/.exec(rest) ?? [];
  if (step === undefined) {
    throw new ValueError(
      rest.startsWith("[")
        ? "Missing ']' in format string"
        : "Only '.' or '[' may follow ']' in format field specifier",
    );
  }
  if (attribute === "" || key === "") throw new ValueError("Empty attribute in format string");
  return [step, attribute, key];
}

/** Digits are a long, which the KeyError shows. */
function itemOf(value: unknown, key: string): unknown {
  if (!/^\d+$/.test(key)) return getItem(value, key);
  if (typeof value === "bigint") throw new UntranslatedError("U0104", "an item of a long");
  if (value instanceof Map && !value.has(Number(key)))
    throw new UntranslatedError("U0104", `a KeyError that shows ${key}L`);
  return getItem(value, Number(key));
}

function attributeOf(value: unknown, name: string): unknown {
  const number = asNumber(value);
  if (number !== null && name === "real") return value instanceof Float ? value : number;
  // What else numbers have is not known here.
  if (number !== null && ["imag", "numerator", "denominator"].includes(name))
    throw new UntranslatedError("U0104", `.${name} of a number`);
  if (typeof value === "object" && value !== null && name in value) return value[name as keyof typeof value];
  throw new AttributeError(`'${typeName(value)}' object has no attribute '${name}'`);
}
