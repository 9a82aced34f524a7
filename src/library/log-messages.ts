import { conversionsOf } from "../analysis/percent-format.ts";
import { none, type Type } from "../analysis/types.ts";
import { call, construct, member, method, object } from "../emit/build.ts";
import type * as ts from "../emit/tree.ts";
import { type CallEmit, type Emitted, type Entry, fn } from "./entry.ts";
import type * as py from "../python/ast.ts";
import { isNone } from "./is-none.ts";
import { has, only } from "../analysis/kinds.ts";
import { members } from "../analysis/join.ts";

const RECORD = "msg, *args, exc_info?, extra?";

/** The arguments of a message as the runtime's `%` needs them; the reason where its types are not enough. */
function messageArguments(c: CallEmit): readonly ts.Expression[] | string {
  const types = c.rest("args");
  const values = c.restTs("args");
  const node = c.node("msg");
  const literal = node?.kind === "Str";
  const wanted = literal ? conversionsOf(node.value) : null;
  const [dict] = types;
  const isNamed = types.length === 1 && dict?.k === "dict" && wanted?.every((w) => w.name !== null) === true;
  const isOneByOne = wanted?.length === types.length && wanted.every((w) => w.name === null && w.stars === 0);
  if (literal && types.length > 0 && !isOneByOne && !isNamed)
    c.assume(
      "A0114",
      "a log message that its arguments do not fit: the traceback that is logged names the places of the TypeScript",
    );
  const showsRepr = wanted?.some(({ kind }) => kind === "r") ?? true;
  const made: ts.Expression[] = [];
  for (const [i, type] of types.entries()) {
    const argument = values[i];
    if (!argument) continue;
    if (only(type, "float")) {
      made.push(construct(c.runtime("python", "Float"), [argument]));
      continue;
    }
    if (has(type, "tuple", "bytes", "iter")) return "a tuple or bytes in a log message";
    if (!members(type).every(showsItself))
      return "a container in a log message whose items do not show by themselves what they are";
    if (showsRepr && has(type, "unicode")) {
      if (literal) return "%r of unicode in a log message";
      c.assume("A0103", "unicode under %r in a log message would read without its u");
    }
    if (has(type, "float", "json", "unknown"))
      c.assume("A0103", "a whole float in a log message would read without its `.0`");
    made.push(argument);
  }
  return [messageText(c), ...made];
}

/** Whether the runtime's own `repr` of a container is Python's: its items are of the kinds that it tells apart. */
function showsItself(type: Type): boolean {
  const items =
    type.k === "list" || type.k === "set"
      ? [type.elem.type]
      : type.k === "dict"
        ? [type.key.type, type.value.type]
        : [];
  return items.every((item) => item.k === "never" || only(item, "int", "str", "bool", "none"));
}

/** Text stays; what is not text is logged as its `str`. */
const messageText = (c: CallEmit): ts.Expression =>
  only(c.type("msg"), "str", "unicode") ? c.ts("msg") : c.text("msg");

/** What a call has beside its message: the exception that is shown below it, attributes of the record; the reason where that is not known. */
function details(c: CallEmit): readonly [string, ts.Expression][] | string {
  const made: [string, ts.Expression][] = [];
  const node = c.node("exc_info");
  const asks = node && !isNone(node) && !(node.kind === "Name" && node.id === "False") && !isZero(node);
  if (asks) {
    const isSure = (node.kind === "Name" && node.id === "True") || node.kind === "Num" || node.kind === "Call";
    const caught = isSure ? c.caught() : null;
    if (!caught) return "exc_info outside of an except clause, or with something else than True";
    c.assume("A0114", PLACES);
    made.push(["caught", caught]);
  }
  if (c.has("extra") && c.type("extra").k !== "none") made.push(["extra", c.ts("extra")]);
  return made;
}

const isZero = (node: py.Expression): boolean => node.kind === "Num" && Number(node.number.value) === 0;

const PLACES = "the traceback that is logged names the places of the TypeScript";

/** A method of the logger, or a function of the module, which is the root's. */
const writes = (name: string, ofModule: boolean): Entry =>
  fn(RECORD, none, (c): Emitted => {
    const [args, more] = [messageArguments(c), details(c)];
    if (typeof args === "string") return args;
    if (typeof more === "string") return more;
    const logger = ofModule ? call(c.runtime("python", "rootLog")) : c.receiverTs;
    if (name !== "exception") {
      if (more.length === 0) return method(logger, name, args);
      return method(logger, "logWith", [
        object(more),
        member(c.runtime("python", "LogLevel"), name.toUpperCase()),
        ...args,
      ]);
    }
    const caught = c.caught();
    if (!caught) return "exception() outside of an except clause";
    c.assume("A0114", PLACES);
    const extra = more.filter(([key]) => key !== "caught");
    if (extra.length === 0) return method(logger, name, [caught, ...args]);
    const level = member(c.runtime("python", "LogLevel"), "ERROR");
    return method(logger, "logWith", [object([["caught", caught], ...extra]), level, ...args]);
  });

const writesAtLevel = (ofModule: boolean): Entry =>
  fn(`level:int, ${RECORD}`, none, (c): Emitted => {
    const [args, more] = [messageArguments(c), details(c)];
    if (typeof args === "string") return args;
    if (typeof more === "string") return more;
    const logger = ofModule ? call(c.runtime("python", "rootLog")) : c.receiverTs;
    return more.length === 0
      ? method(logger, "log", [c.ts("level"), ...args])
      : method(logger, "logWith", [object(more), c.ts("level"), ...args]);
  });

export const writers = (ofModule: boolean): Readonly<Record<string, Entry>> => ({
  debug: writes("debug", ofModule),
  info: writes("info", ofModule),
  warning: writes("warning", ofModule),
  warn: writes("warning", ofModule),
  error: writes("error", ofModule),
  critical: writes("critical", ofModule),
  fatal: writes("critical", ofModule),
  exception: writes("exception", ofModule),
  log: writesAtLevel(ofModule),
});
