import { Exception } from "../exceptions/Exception.ts";

/** `Queue.Empty`. */
export class Empty extends Exception {
  override readonly name: string = "Empty";

  override get qualifiedName(): string {
    return "Queue.Empty";
  }
}

/** `Queue.Full`. */
export class Full extends Exception {
  override readonly name: string = "Full";

  override get qualifiedName(): string {
    return "Queue.Full";
  }
}
