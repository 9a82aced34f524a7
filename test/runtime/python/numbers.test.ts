import { expect, test } from "vitest";
import { PrecisionError } from "../../../src/runtime/python/exceptions/PrecisionError.ts";
import { bin } from "../../../src/runtime/python/numbers/bin.ts";
import { bitAnd } from "../../../src/runtime/python/numbers/bitAnd.ts";
import { bitOr } from "../../../src/runtime/python/numbers/bitOr.ts";
import { bitXor } from "../../../src/runtime/python/numbers/bitXor.ts";
import { divmod } from "../../../src/runtime/python/numbers/divmod.ts";
import { divmodFloat } from "../../../src/runtime/python/numbers/divmodFloat.ts";
import { floatRepr } from "../../../src/runtime/python/numbers/floatRepr.ts";
import { floatStr } from "../../../src/runtime/python/numbers/floatStr.ts";
import { floorDivide } from "../../../src/runtime/python/numbers/floorDivide.ts";
import { floorDivideFloat } from "../../../src/runtime/python/numbers/floorDivideFloat.ts";
import { hex } from "../../../src/runtime/python/numbers/hex.ts";
import { modulo } from "../../../src/runtime/python/numbers/modulo.ts";
import { moduloFloat } from "../../../src/runtime/python/numbers/moduloFloat.ts";
import { oct } from "../../../src/runtime/python/numbers/oct.ts";
import { parseFloatText } from "../../../src/runtime/python/numbers/parseFloatText.ts";
import { parseInteger } from "../../../src/runtime/python/numbers/parseInteger.ts";
import { power } from "../../../src/runtime/python/numbers/power.ts";
import { powerFloat } from "../../../src/runtime/python/numbers/powerFloat.ts";
import { roundHalfAway } from "../../../src/runtime/python/numbers/roundHalfAway.ts";
import { shiftLeft } from "../../../src/runtime/python/numbers/shiftLeft.ts";
import { shiftRight } from "../../../src/runtime/python/numbers/shiftRight.ts";
import { trueDivide } from "../../../src/runtime/python/numbers/trueDivide.ts";
import { truncate } from "../../../src/runtime/python/numbers/truncate.ts";
import { repr } from "../../../src/runtime/python/repr/repr.ts";
import { replay } from "./replay.ts";

test("arithmetic gives CPython's results and errors", () => {
  replay("arithmetic", {
    bitAnd,
    bitOr,
    bitXor,
    divmod,
    divmodFloat,
    floorDivide,
    floorDivideFloat,
    modulo,
    moduloFloat,
    power,
    powerFloat,
    roundHalfAway,
    shiftLeft,
    shiftRight,
    trueDivide,
    truncate,
  });
});

test("floats show as in CPython", () => {
  replay("float-text", { floatStr, floatRepr });
});

test("numbers are read from text, and ints shown, as in CPython", () => {
  replay("parsing", { parseInteger, parseFloatText, hex, oct, bin, reprInteger: repr });
});

test("an int beyond 2^53 is refused, never rounded", () => {
  expect(() => parseInteger("9007199254740993")).toThrow(PrecisionError);
  expect(() => power(3, 40)).toThrow(PrecisionError);
  expect(() => shiftLeft(1, 60)).toThrow(PrecisionError);
});
