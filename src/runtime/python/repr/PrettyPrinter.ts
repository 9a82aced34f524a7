import { writeStdout } from "../output/writeStdout.ts";
import { prettyLayout, type PrettyOptions } from "./prettyLayout.ts";

/** `pprint.PrettyPrinter`, over values' `repr`. */
export class PrettyPrinter {
  readonly #options: PrettyOptions;

  constructor(options: PrettyOptions = {}) {
    this.#options = options;
  }

  pformat(repr: string): string {
    return prettyLayout(repr, this.#options);
  }

  pprint(repr: string): void {
    writeStdout(`${this.pformat(repr)}\n`);
  }
}
