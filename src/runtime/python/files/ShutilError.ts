import { EnvironmentError } from "../exceptions/EnvironmentError.ts";

/** `shutil.Error`. */
export class ShutilError extends EnvironmentError {
  override readonly name: string = "Error";

  override get qualifiedName(): string {
    return "shutil.Error";
  }
}
