import { typeByPosition } from "./by-position.ts";
import type { InstanceType } from "./entry.ts";

const types = new Map<string, InstanceType>();

/** Every library type that has instances, by qualified name: filled by the table of modules, which rules for built-ins cannot import. */
export const libraryTypes: ReadonlyMap<string, InstanceType> = types;

export function addLibraryTypes(added: readonly InstanceType[]): void {
  for (const type of added) types.set(type.name, typeByPosition(type));
}
