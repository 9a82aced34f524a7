import { type } from "node:os";

/** `platform.system()`: `Linux`, `Darwin` or `Windows`. */
export function systemName(): string {
  const name = type();
  return name === "Windows_NT" ? "Windows" : name;
}
