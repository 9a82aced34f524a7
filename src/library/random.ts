import { float, int, listOf, none, type Type, unknown } from "../analysis/types.ts";
import { call, id, method } from "../emit/build.ts";
import type * as ts from "../emit/tree.ts";
import { sequenceElement } from "../analysis/element.ts";
import { arrayOf } from "./iterable.ts";
import { type CallEmit, type CallTypes, type Emitted, fn, type FunctionEntry, type LibraryModule } from "./entry.ts";
import { refusedAll } from "./refusals.ts";
import { isAscii } from "../analysis/kinds.ts";

const draw = (params: string, result: FunctionEntry["result"], emit: (c: CallEmit) => Emitted): FunctionEntry =>
  fn(params, result, (c) => {
    c.assume("A0113", "JavaScript's random numbers, in another sequence than Python's");
    return emit(c);
  });

const random01 = (): ts.Expression => method(id("Math"), "random");
const element = (c: CallTypes, name: string): Type => sequenceElement(c.type(name), c.clock);

/** Items by place: an array, or a text of ASCII characters. */
function items(c: CallEmit, name: string): ts.Expression | string {
  const type = c.type(name);
  if (type.k === "str" && !isAscii(type)) return "a random byte of a text that may not be ASCII";
  return type.k === "list" || type.k === "tuple" || type.k === "str"
    ? arrayOf(c, name)
    : "a random one of what is no list";
}

export const random: LibraryModule = {
  name: "random",
  members: {
    random: draw("", float, random01),
    uniform: draw("a:number, b:number", float, (c) =>
      call(c.runtime("python", "randomBetween"), [c.ts("a"), c.ts("b")]),
    ),
    randint: draw("a:int, b:int", int, (c) => call(c.runtime("python", "randomInteger"), [c.ts("a"), c.ts("b")])),
    randrange: draw("start:int, stop?:int, step?:int", int, (c) => {
      const bounds = ["start", "stop", "step"].filter((name) => c.has(name)).map((name) => c.ts(name));
      return call(c.runtime("python", "randomChoice"), [call(c.runtime("python", "range"), bounds)]);
    }),
    choice: draw(
      "seq:list|tuple|text",
      (c) => element(c, "seq"),
      (c) => {
        const made = items(c, "seq");
        return typeof made === "string" ? made : call(c.runtime("python", "randomChoice"), [made]);
      },
    ),
    shuffle: draw("x:list", none, (c) => call(c.runtime("python", "shuffle"), [c.ts("x")])),
    sample: draw(
      "population:list|tuple|text, k:int",
      (c) => (c.type("population").k === "never" ? unknown : listOf(c.clock, element(c, "population"))),
      (c) => {
        const made = items(c, "population");
        return typeof made === "string" ? made : call(c.runtime("python", "randomSample"), [made, c.ts("k")]);
      },
    ),
    ...refusedAll(
      "seed getstate setstate jumpahead",
      "JavaScript's random numbers have no seed: the same numbers cannot come again",
    ),
    ...refusedAll("Random SystemRandom WichmannHill", "a generator of one's own: JavaScript has one"),
    ...refusedAll(
      "BPF LOG4 NV_MAGICCONST RECIP_BPF SG_MAGICCONST TWOPI division",
      "a part of the module that nobody is meant to use",
    ),
    ...refusedAll(
      "betavariate expovariate gammavariate gauss lognormvariate normalvariate paretovariate triangular vonmisesvariate weibullvariate getrandbits",
      "JavaScript's random numbers are evenly spread between 0 and 1",
    ),
  },
};
