import { dictOf, listOf, setOf, type Type, unicode, unknown, str } from "../analysis/types.ts";
import { call, string } from "../emit/build.ts";
import { dictMethods, listMethods, setMethods } from "./container-methods.ts";
import { type CallTypes, type Entry, fn, type FunctionEntry } from "./entry.ts";
import { textMethods } from "./text-methods.ts";
import { union } from "../analysis/join.ts";
import { type Clock } from "../analysis/cells.ts";

/** A kind of value that has methods: what its methods are, what is known of one, and how a value is made sure to be one. */
interface Kind {
  readonly methods: Readonly<Record<string, Entry>>;
  readonly type: (clock: Clock) => Type;
  readonly feature: "asText" | "asList" | "asDict" | "asSet";
}

const kinds: readonly Kind[] = [
  { methods: textMethods, type: () => union([str, unicode]), feature: "asText" },
  { methods: listMethods, type: (clock) => listOf(clock, unknown), feature: "asList" },
  { methods: dictMethods, type: (clock) => dictOf(clock, unknown, unknown), feature: "asDict" },
  { methods: setMethods, type: (clock) => setOf(clock, unknown), feature: "asSet" },
];

/** The kind's own method, of a value that is made sure to be of the kind when it runs. */
function sure(name: string, entry: FunctionEntry, { type, feature }: Kind): FunctionEntry {
  const { result } = entry;
  const typed = (c: CallTypes): CallTypes => ({ ...c, receiver: type(c.clock) });
  return fn(entry.params, typeof result === "function" ? (c) => result(typed(c)) : result, (c) =>
    entry.emit({
      ...c,
      receiver: type(c.clock),
      receiverTs: call(c.runtime("python", feature), [c.receiverTs, string(name)]),
    }),
  );
}

/**
 * Methods of a value that may be anything, and of one that may be of several kinds: where one kind of value alone has a method of that
 * name, the value is of that kind, or Python raises AttributeError.
 */
export const unknownMethods: Readonly<Record<string, Entry>> = Object.fromEntries(
  kinds.flatMap((kind) =>
    Object.entries(kind.methods).flatMap(([name, entry]) => {
      const alone = kinds.every((other) => other === kind || !Object.hasOwn(other.methods, name));
      return alone && entry.kind === "function" ? [[name, sure(name, entry, kind)] as const] : [];
    }),
  ),
);
