import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { exceptionAliases, exceptionClasses } from "../../src/library/exception-classes.ts";
import { wholeModules } from "../../src/library/standard-modules.ts";
import { modules } from "../../src/library/modules.ts";

/** What CPython 2.7.18 has: recorded by `record-members.py`. */
const recorded = JSON.parse(readFileSync(new URL("members.recorded.json", import.meta.url), "utf8")) as Readonly<
  Record<string, readonly string[]>
>;

/** The modules of which every member is mapped, or refused with its reason. */
test.for(Object.entries(recorded))("%s: every member is mapped or refused", ([name, members]) => {
  const table = modules.get(name)?.members ?? {};
  const known = (member: string): boolean =>
    Object.hasOwn(table, member) ||
    exceptionClasses.has(`${name}.${member}`) ||
    Object.hasOwn(exceptionAliases, `${name}.${member}`) ||
    modules.has(`${name}.${member}`);
  expect(members.length).toBeGreaterThan(0);
  expect(members.filter((member) => !known(member))).toEqual([]);
});

test("the modules that are said to be whole are those", () => {
  expect([...wholeModules].sort()).toEqual(Object.keys(recorded).sort());
});

test("a refused member says why", () => {
  const silent = [...modules.values()].flatMap(({ name, members }) =>
    Object.entries(members).flatMap(([member, entry]) =>
      entry.kind === "refused" && entry.reason.trim() === "" ? [`${name}.${member}`] : [],
    ),
  );
  expect(silent).toEqual([]);
});
