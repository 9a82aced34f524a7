/** A built-in container from which classes of the program may derive. */
export interface BuiltInBase {
  /** What an object of such a class is beside its own: to what its class does not override, one of this kind. */
  readonly kind: "dict" | "list";
  /** The class of the runtime that it extends. */
  readonly runtime: string;
  /** What that has under names which Python's container has not: a program's own attribute of such a name has another one. */
  readonly internal: readonly string[];
}

const ofMap: readonly string[] = (
  "size get has set delete clear keys values entries forEach textType update copy getOr setDefault pop popItem missing show " +
  "emptyMessage keysInOrder insertedKeys takeFirstKey item"
).split(" ");

const ofArray: readonly string[] = (
  "length at concat copyWithin entries every fill filter find findIndex findLast findLastIndex flat flatMap forEach includes indexOf join " +
  "keys lastIndexOf map pop push reduce reduceRight reverse shift slice some sort splice toReversed toSorted toSpliced unshift values with"
).split(" ");

/** Containers that a class can derive from, by qualified name. */
export const builtInBases: ReadonlyMap<string, BuiltInBase> = new Map([
  ["builtins.dict", { kind: "dict", runtime: "Dict", internal: ofMap }],
  ["collections.OrderedDict", { kind: "dict", runtime: "OrderedDict", internal: ofMap }],
  ["builtins.list", { kind: "list", runtime: "List", internal: ofArray }],
]);
