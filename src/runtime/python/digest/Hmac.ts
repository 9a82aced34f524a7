import { createHmac } from "node:crypto";

/** `hmac.HMAC`: may be asked for its digest, and get more after that. */
export class Hmac {
  readonly #key: string | Uint8Array;
  readonly #algorithm: string;
  readonly #parts: (string | Uint8Array)[];

  constructor(algorithm: string, key: string | Uint8Array, ...parts: (string | Uint8Array)[]) {
    this.#algorithm = algorithm;
    this.#key = key;
    this.#parts = parts;
  }

  update(data: string | Uint8Array): void {
    this.#parts.push(data);
  }

  digest(): Uint8Array;
  digest(encoding: "hex"): string;
  digest(encoding?: "hex"): Uint8Array | string {
    const made = createHmac(this.#algorithm, this.#key);
    for (const part of this.#parts) made.update(part);
    return encoding === undefined ? made.digest() : made.digest(encoding);
  }

  copy(): Hmac {
    return new Hmac(this.#algorithm, this.#key, ...this.#parts);
  }
}
