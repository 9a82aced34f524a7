import { expect, test } from "vitest";
import { Dict } from "../../../src/runtime/python/containers/Dict.ts";
import { BaseException } from "../../../src/runtime/python/exceptions/BaseException.ts";
import { formatText } from "../../../src/runtime/python/format/formatText.ts";
import { percent } from "../../../src/runtime/python/format/percent.ts";
import { repr } from "../../../src/runtime/python/repr/repr.ts";
import { reprUnicode } from "../../../src/runtime/python/repr/reprUnicode.ts";
import { str } from "../../../src/runtime/python/repr/str.ts";
import { decode, list, recorded } from "./decode.ts";
import { replay } from "./replay.ts";

interface Formatting {
  format: string;
  args: unknown;
  outcome: { result?: unknown; error?: [name: string, text: string] };
}

function attempt(call: () => string): unknown {
  try {
    return { result: call() };
  } catch (error) {
    if (error instanceof BaseException) return { error: [error.name, String(error)] };
    throw error;
  }
}

test("% formats as CPython", () => {
  for (const { format, args, outcome } of recorded<Formatting>("percent")) {
    const values = decode(args, true);
    const given = values instanceof Dict ? values : list(values);
    expect
      .soft(
        attempt(() => percent(format, given)),
        `${format} % ${JSON.stringify(args)}`,
      )
      .toEqual(outcome);
  }
});

test("str.format formats as CPython", () => {
  for (const { format, args, outcome } of recorded<Formatting>("str-format")) {
    const values = list(decode(args, true));
    expect
      .soft(
        attempt(() => formatText(format, values)),
        `${format} ${JSON.stringify(args)}`,
      )
      .toEqual(outcome);
  }
});

test("named fields", () => {
  expect(formatText("{a}-{b:>{w}}|{a!r}", [], { a: "x", b: 1, w: 3 })).toBe("x-  1|'x'");
});

test("a unicode format counts characters", () => {
  expect(percent("%5s|%.1s|%c", ["é", "€uro", 0x1f600], "unicode")).toBe("    é|€|😀");
});

test("str and repr show values as CPython", () => {
  replay("showing", { str, repr }, true);
  replay("unicode-repr", { reprUnicode });
});
