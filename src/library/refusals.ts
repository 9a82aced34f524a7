import { type Entry, type LibraryModule, refused } from "./entry.ts";

/** Members without a translation, all for one reason: names with blanks between. */
export const refusedAll = (names: string, reason: string): Readonly<Record<string, Entry>> =>
  Object.fromEntries(names.split(" ").map((name) => [name, refused(reason)]));

/** A module of which nothing is translated, and why. */
export const refusedModule = (name: string, reason: string, members: string): LibraryModule => ({
  name,
  members: refusedAll(members, reason),
});
