import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { openNativeParser } from "../../src/python/native-parser.ts";
import { positionAt } from "../../src/python/positions.ts";
import { linesOfTable, unescape } from "./constructs.ts";
import { readPython } from "./read-python.ts";

/** What CPython 2.7 says of each program: the line it names (0 if none) and its exception, or null where it compiles. */
const recorded: Readonly<Record<string, readonly [line: number, exception: string] | null>> = JSON.parse(
  readFileSync(new URL("refusals.recorded.json", import.meta.url), "utf8"),
);

const rows = linesOfTable(new URL("refusals.py2.txt", import.meta.url)).map((line) => line.split("\t"));
const programs = rows.map(([source = "", told = "", line]) => ({ text: unescape(source), told, line }));

const parser = openNativeParser();

/** The place and the words of the first problem, or nothing. */
function firstProblem(text: string): string {
  const { source, problems } = readPython(text, parser);
  const [problem] = problems;
  if (problem === undefined) return "";
  const { line, column } = positionAt(source, problem.span.start);
  return `${line}:${column} ${problem.message}`;
}

describe("what CPython 2.7 refuses, and only that, is refused", () => {
  it.each(programs)("$text", ({ text, told, line }) => {
    expect(recorded[text], "not recorded: python2.7 test/python/record-refusals.py").not.toBeUndefined();
    expect(told === "" ? null : "refused").toBe(recorded[text] === null ? null : "refused");
    if (told !== "") expect(recorded[text]![0]).toBe(Number(line ?? told.split(":")[0]));
    expect(firstProblem(text)).toBe(told);
  });
});

const names = (count: number, suffix = ""): string =>
  Array.from({ length: count }, (_, at) => `a${at}${suffix}`).join(", ");
const nested = (count: number, header: string): string =>
  `${Array.from({ length: count }, (_, at) => `${" ".repeat(at)}${header}\n`).join("")}${" ".repeat(count)}pass`;
const tries = (count: number, clause: string): string =>
  nested(count, "try:") +
  Array.from({ length: count }, (_, at) => `\n${" ".repeat(count - 1 - at)}${clause}: pass`).join("");

// Each: what CPython 2.7 still takes, what it refuses (tried with 2.7.18), and why.
describe("CPython 2.7's limits are ours", () => {
  it.each([
    [`f(${names(255)})`, `f(${names(256)})`, "a call with more than 255 arguments"],
    [`f(${names(255, "=1")})`, `f(${names(256, "=1")})`, "a call with more than 255 arguments"],
    [`f(${names(255)}, *b, **c)`, `f(${names(256)}, *b)`, "a call with more than 255 arguments"],
    [
      `@f(${names(255)})\nclass A(${names(256)}): pass`,
      `@f(${names(256)})\ndef f(): pass`,
      "a call with more than 255",
    ],
    [nested(20, "while x:"), nested(21, "while x:"), "a statement in more than 20 blocks"],
    [nested(20, "for x in y:"), nested(21, "for x in y:"), "a statement in more than 20 blocks"],
    [nested(20, "with x:"), nested(21, "with x:"), "a statement in more than 20 blocks"],
    [nested(10, "with x, y:"), nested(10, "with x, y, z:"), "a statement in more than 20 blocks"],
    [tries(20, "except"), tries(21, "except"), "a statement in more than 20 blocks"],
    [tries(20, "finally"), tries(21, "finally"), "a statement in more than 20 blocks"],
    [nested(99, "if x:"), nested(100, "if x:"), "too many levels of indentation"],
    [
      nested(99, "class A:"),
      nested(20, "for x in y:").replace("pass", `with ${names(1)}: pass`),
      "more than 20 blocks",
    ],
  ])("%#", (taken, refused, why) => {
    expect(firstProblem(taken)).toBe("");
    expect(firstProblem(refused)).toContain(why);
  });
});
