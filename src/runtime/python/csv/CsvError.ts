import { Exception } from "../exceptions/Exception.ts";

/** `csv.Error`. */
export class CsvError extends Exception {
  override readonly name: string = "Error";

  override get qualifiedName(): string {
    return "_csv.Error";
  }
}
