import { randomUUID } from "node:crypto";
import { reprMethod } from "../repr/reprMethod.ts";

/** `uuid.UUID`, a random one: `uuid.uuid4()`. */
export class Uuid {
  readonly #text = randomUUID();

  /** The 32 digits without hyphens. */
  get hex(): string {
    return this.#text.replaceAll("-", "");
  }

  get urn(): string {
    return `urn:uuid:${this.#text}`;
  }

  toString(): string {
    return this.#text;
  }

  [reprMethod](): string {
    return `UUID('${this.#text}')`;
  }
}
