import type { InstanceType, LibraryModule } from "./entry.ts";

export const re: LibraryModule = { name: "re", members: {} };
export const reTypes: readonly InstanceType[] = [];
