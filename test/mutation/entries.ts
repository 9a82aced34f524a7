import { builtinTypes } from "../../src/library/builtin-types.ts";
import type { CallEmit, Emitted, Entry, FunctionEntry, ValueEmit, ValueEntry } from "../../src/library/entry.ts";
import { id } from "../../src/emit/build.ts";
import { libraryTypes } from "../../src/library/library-types.ts";
import { modules } from "../../src/library/modules.ts";

/** An entry of the library that has a translation, which `wrap` can stand before. */
export interface Mutable {
  /** `time.sleep`, `list.append`. */
  readonly name: string;
  readonly entry: FunctionEntry | ValueEntry;
}

/** What is called with what an entry has emitted, and says what is emitted in its place. */
export type Wrapper = (made: Emitted, emit: CallEmit | ValueEmit) => Emitted;

/** Modules of which programs without a server show little: `npm run check:http` and the recorded cases cover them. */
const SERVED = /^(urllib|urllib2|httplib|socket|ssl|cookielib|simplejson)\b/;

/** A value that stands for something in TypeScript; types as values and the like only say why they do not. */
function isWritten(entry: FunctionEntry | ValueEntry): boolean {
  if (entry.kind === "function") return true;
  const made = entry.emit({
    receiverTs: id("x"),
    receiver: { k: "never" },
    runtime: (_, name) => id(name),
    nodeImport: (_, name) => id(name),
    assume: () => {},
    hazard: () => {},
    showsFirst: () => false,
  });
  return typeof made !== "string";
}

/** Every entry with a translation, once, in the order of its name. Names that mean the same entry count once. */
export function mutableEntries(): readonly Mutable[] {
  const found = new Map<Entry, string>();
  const add = (owner: string, members: Readonly<Record<string, Entry>>): void => {
    if (SERVED.test(owner)) return;
    for (const [member, entry] of Object.entries(members)) {
      // What the library gives to be called: its entry says what it is, and is written nowhere.
      if (member.endsWith("()")) continue;
      const name = `${owner}.${member}`;
      if (entry.kind === "class") {
        if (entry.constructor && !found.has(entry.constructor)) found.set(entry.constructor, name);
        if (entry.statics) add(name, entry.statics);
      } else if (entry.kind !== "refused" && !found.has(entry) && isWritten(entry)) found.set(entry, name);
    }
  };
  for (const [name, { members }] of modules) add(name, members);
  for (const [name, members] of Object.entries(builtinTypes))
    if (name !== "unknown" && name !== "json") add(name, members);
  for (const [name, { members }] of libraryTypes) add(name, members);
  return [...found]
    .map(([entry, name]) => ({ name, entry: entry as Mutable["entry"] }))
    .toSorted((a, b) => (a.name < b.name ? -1 : 1));
}

/** Puts a wrapper before what the entry emits; gives the function that takes it away. */
export function wrap({ entry }: Mutable, wrapper: Wrapper): () => void {
  const open = entry as { emit: (emit: never) => Emitted };
  const own = open.emit;
  open.emit = (emit: CallEmit | ValueEmit) => wrapper(own.call(entry, emit as never), emit);
  return () => {
    open.emit = own;
  };
}
