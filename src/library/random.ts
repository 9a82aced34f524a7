import { inPlaces, parameterNames } from "./signature.ts";
import { sequenceElement } from "../analysis/element.ts";
import { isAscii, only } from "../analysis/kinds.ts";
import { float, int, lib, listOf, long, none, type Type, unknown } from "../analysis/types.ts";
import { construct, method, string } from "../emit/build.ts";
import type * as ts from "../emit/tree.ts";
import { arrayOf } from "./iterable.ts";
import {
  type CallEmit,
  type CallTypes,
  type Emitted,
  type Entry,
  fn,
  type FunctionEntry,
  type InstanceType,
  type LibraryModule,
} from "./entry.ts";
import { refusedAll } from "./refusals.ts";

const RANDOM = "random.Random";

/** Where the numbers come from: an object of the program's, or the one that the functions of the module share. */
type Source = (c: CallEmit) => ts.Expression;

const element = (c: CallTypes, name: string): Type => sequenceElement(c.type(name), c.clock);

/** Items by place: an array, or a text of ASCII characters. */
function items(c: CallEmit, name: string): ts.Expression | string {
  const type = c.type(name);
  if (type.k === "str" && !isAscii(type)) return "a random byte of a text that may not be ASCII";
  const node = c.node(name);
  const isRange = node?.kind === "Call" && node.func.kind === "Name" && node.func.id === "xrange";
  return type.k === "list" || type.k === "tuple" || type.k === "sequence" || type.k === "str" || isRange
    ? arrayOf(c, name)
    : "a random one of what is no list";
}

/** Sums, logarithms and the like of random numbers, whose last digit another machine may have otherwise. */
const spread = (source: Source, name: string, params: string): FunctionEntry =>
  fn(params, float, (c) => {
    c.assume("A0113", `${name}(): the last digit of logarithms and sines is that of JavaScript`);
    return method(source(c), name, inPlaces(c, parameterNames(params)));
  });

const plain = (source: Source, name: string, params: string, result: Type): FunctionEntry =>
  fn(params, result, (c) => method(source(c), name, inPlaces(c, parameterNames(params))));

const functions = (source: Source): Readonly<Record<string, Entry>> => ({
  random: plain(source, "random", "", float),
  uniform: plain(source, "uniform", "a:number, b:number", float),
  triangular: plain(source, "triangular", "low?:number, high?:number, mode?:number|none", float),
  randint: plain(source, "randint", "a:int!^, b:int!^", int),
  randrange: plain(source, "randrange", "start:int!^, stop?:int!^, step?:int!^", int),
  getrandbits: plain(source, "getrandbits", "k:int", long),
  shuffle: plain(source, "shuffle", "x:list", none),
  seed: fn("a?", none, (c): Emitted => {
    const type = c.type("a");
    if (!c.has("a")) return method(source(c), "seed");
    if (!only(type, "int", "long", "bool", "float", "str", "none")) return "a seed that is no number or text";
    const isFloat = only(type, "float");
    return method(source(c), "seed", [isFloat ? construct(c.runtime("python", "Float"), [c.ts("a")]) : c.ts("a")]);
  }),
  choice: fn(
    "seq:list|tuple|sequence|text|iter!=sized",
    (c) => element(c, "seq"),
    (c): Emitted => {
      const made = items(c, "seq");
      if (typeof made === "string") return made;
      const { k } = c.type("seq");
      const kind = k === "str" ? [string("string")] : k === "tuple" || k === "sequence" ? [string("tuple")] : [];
      return method(source(c), "choice", [made, ...kind]);
    },
  ),
  sample: fn(
    "population:list|tuple|sequence|text|iter!=sized, k:int",
    (c) => (c.type("population").k === "never" ? unknown : listOf(c.clock, element(c, "population"))),
    (c): Emitted => {
      const made = items(c, "population");
      return typeof made === "string" ? made : method(source(c), "sample", [made, c.ts("k")]);
    },
  ),
  gauss: spread(source, "gauss", "mu:number, sigma:number"),
  normalvariate: spread(source, "normalvariate", "mu:number, sigma:number"),
  expovariate: spread(source, "expovariate", "lambd:number"),
  ...refusedAll(
    "betavariate gammavariate lognormvariate paretovariate vonmisesvariate weibullvariate",
    "this spread of random numbers is not translated",
  ),
  ...refusedAll("getstate setstate jumpahead", "the state of the generator: give it a seed"),
});

/** `random`: CPython's own sequences. */
export const random: LibraryModule = {
  name: "random",
  members: {
    ...functions((c) => c.runtime("python", "sharedRandom")),
    Random: {
      kind: "class",
      name: RANDOM,
      runtime: { barrel: "python", name: "Random" },
      constructor: fn("x?:int|long|str|none", lib(RANDOM), (c) =>
        construct(c.runtime("python", "Random"), inPlaces(c, ["x"])),
      ),
    },
    ...refusedAll("SystemRandom WichmannHill", "another generator than Random"),
    ...refusedAll(
      "BPF LOG4 NV_MAGICCONST RECIP_BPF SG_MAGICCONST TWOPI division",
      "a part of the module that nobody is meant to use",
    ),
  },
};

export const randomType: InstanceType = {
  name: RANDOM,
  tsType: ({ runtimeType }) => runtimeType("python", "Random"),
  members: functions((c) => c.receiverTs),
};
