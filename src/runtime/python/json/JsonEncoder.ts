import type { DumpOptions } from "./DumpOptions.ts";
import { dumpJson, notSerializable } from "./dumpJson.ts";

/** `json.JSONEncoder`, whose derived classes say what is written instead of a value that JSON has no word for. */
export class JsonEncoder {
  readonly #options: DumpOptions;

  constructor(options: DumpOptions = {}) {
    this.#options = options;
  }

  default(value: unknown): unknown {
    const { default: otherwise } = this.#options;
    if (otherwise) return otherwise(value as never);
    throw notSerializable(value);
  }

  /** `encoder.encode(value)`; `floats` as for `dumpJson`. */
  encode(value: unknown, floats?: true | readonly string[]): string {
    return dumpJson(value, {
      ...this.#options,
      default: (other: unknown) => this.default(other),
      ...(floats && { floats }),
    });
  }
}
