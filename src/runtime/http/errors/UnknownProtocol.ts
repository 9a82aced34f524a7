import { HTTPException } from "./HTTPException.ts";

/** An answer of a version of HTTP other than 0.9 and 1.x; `version` is as sent. */
export class UnknownProtocol extends HTTPException {
  override readonly name: string = "UnknownProtocol";
  readonly version: string;

  constructor(version: string) {
    super(version);
    this.version = version;
  }
}
