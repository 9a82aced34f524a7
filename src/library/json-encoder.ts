import { asciiStr, lib, none, str, type Type, unicode, unknown } from "../analysis/types.ts";
import { array, call, construct, id, method, object, string } from "../emit/build.ts";
import type * as ts from "../emit/tree.ts";
import { type CallEmit, type CallTypes, type ClassEntry, type Emitted, fn, type InstanceType } from "./entry.ts";
import { floatPlaces } from "./json-floats.ts";
import { refusedAll } from "./refusals.ts";
import { asTextThroughout, only } from "../analysis/kinds.ts";
import { members, union } from "../analysis/join.ts";

/** The signature of `dumps`. */
export const DUMP =
  "obj, skipkeys?, ensure_ascii?, check_circular?, allow_nan?, cls?, indent?:int|none, separators?, encoding?, default?, sort_keys?";

/** Which of the two modules: their defaults differ. */
export type Flavour = "json" | "simplejson";

/** The text of a value, or why it cannot be made; `cls(…).encode(obj)` where it is given an encoder. */
export function dump(c: CallEmit, flavour: Flavour): Emitted {
  const options = encoding(c, flavour);
  if (typeof options === "string") return options;
  const isOwn = isGiven(c, "cls");
  const given = isOwn && c.has("default") ? c.type("default") : none;
  if (given.k !== "none") return `${flavour}.dumps with cls and default`;
  const floats = floatsOf(c);
  if (isOwn) {
    const made = construct(c.ts("cls"), options.length > 0 ? [object(options)] : []);
    return method(made, "encode", [c.ts("obj"), ...floats]);
  }
  const all: typeof options = [...options, ...floats.map((value) => ["floats", value] as [string, ts.Expression])];
  return call(c.runtime("python", "dumpJson"), all.length > 0 ? [c.ts("obj"), object(all)] : [c.ts("obj")]);
}

/** The argument is given, and may be another value than None. */
export const isGiven = (c: CallTypes, name: string): boolean => c.has(name) && !only(c.type(name), "none");

/** Where whole numbers are floats, for the runtime: nothing where nowhere. */
function floatsOf(c: CallEmit): ts.Expression[] {
  const type = c.type("obj");
  const added = isGiven(c, "default") ? c.callResult(c.type("default"), [unserializable(type)]) : none;
  const floats = holdsFloat(added) ? "unsure" : floatPlaces(type);
  if (floats === "everywhere") return [id("true")];
  if (typeof floats === "object") return [array(floats.map(string))];
  if (floats === "unsure" && (holdsFloat(type) || holdsFloat(added)))
    c.assume("A0103", "a whole float beside integers would be written without its `.0`");
  return [];
}

/** The options of an encoder. */
function encoding(c: CallEmit, flavour: Flavour): [string, ts.Expression][] | string {
  for (const name of ["skipkeys", "check_circular", "allow_nan", "encoding"])
    if (c.has(name)) return `${flavour}.dumps with ${name}`;
  if (flavour === "simplejson" && c.has("ensure_ascii")) return "simplejson.dumps with ensure_ascii gives unicode";
  const options: [string, ts.Expression][] = [];
  const sort = c.node("sort_keys");
  if (sort) options.push(["sortKeys", c.truth(sort)]);
  if (c.has("indent")) options.push(["indent", c.ts("indent")]);
  // simplejson leaves no blank at the end of a line.
  const tight = flavour === "simplejson" && c.has("indent") && !c.has("separators");
  if (tight && !only(c.type("indent"), "int")) return "simplejson.dumps with an indent that may be None";
  if (tight) options.push(["separators", array([string(","), string(": ")])]);
  if (c.has("separators")) options.push(["separators", c.ts("separators")]);
  const ascii = c.node("ensure_ascii");
  if (ascii) options.push(["ensureAscii", c.truth(ascii)]);
  if (isGiven(c, "default")) {
    const made = c.callback("default", [unserializable(c.type("obj"))]);
    if (typeof made === "string") return made;
    options.push(["default", made]);
  }
  return options;
}

const JSON_KINDS: ReadonlySet<string> = new Set("str unicode int long float bool none json poison unset".split(" "));

/** What in a value JSON has no word for: what `default` is asked for. */
function unserializable(type: Type): Type {
  const found: Type[] = [];
  const seen = new Set<Type>();
  const collect = (at: Type): void => {
    if (seen.has(at)) return;
    seen.add(at);
    for (const m of members(at))
      if (m.k === "list" || m.k === "sequence") collect(m.elem.type);
      else if (m.k === "tuple") m.items.forEach(collect);
      else if (m.k === "dict") (m.record?.fields.map(([, held]) => held) ?? [m.value.type]).forEach(collect);
      else if (!JSON_KINDS.has(m.k)) found.push(m);
  };
  collect(type);
  return found.length === 0 ? unknown : union(found);
}

const holdsFloat = (type: Type): boolean => holds(type, (t) => t.k === "float" || t.k === "unknown");

/** Whether a value is, or has in it, what a test is for. */
export function holds(type: Type, test: (t: Type) => boolean, seen = new Set<Type>()): boolean {
  if (seen.has(type)) return false;
  seen.add(type);
  if (test(type)) return true;
  switch (type.k) {
    case "union":
      return type.members.some((t) => holds(t, test, seen));
    case "list":
      return holds(type.elem.type, test, seen);
    case "dict":
      return holds(type.key.type, test, seen) || holds(type.value.type, test, seen);
    case "tuple":
      return type.items.some((t) => holds(t, test, seen));
    default:
      return false;
  }
}

/** What is written is text, however deep it is held. */
export function dumped(c: CallTypes): Type {
  const type = c.type("obj");
  const asked = unserializable(type);
  for (const m of members(c.type("cls"))) if (m.k === "class") m.cls.given.grow(ASKED, asked);
  if (c.receiver.k === "lib") c.receiver.fields?.grow(ASKED, asked);
  asTextThroughout(type);
  if (isGiven(c, "default")) c.callResult(c.type("default"), [asked]);
  if (!c.has("ensure_ascii")) return asciiStr;
  // Unescaped, one unicode in it makes all of it unicode.
  if (only(type, "unicode")) return unicode;
  const mayBe = holds(type, (t) => t.k === "unicode" || t.k === "json" || t.k === "unknown");
  return mayBe ? union([str, unicode]) : str;
}

/** Under this name a class derived from `JSONEncoder` has the type of what its `default` is asked for. */
const ASKED = "asked";

const ENCODER = "json.JSONEncoder";

/** `JSONEncoder`, of which programs derive classes that have a `default`. */
export const encoder = (flavour: Flavour): ClassEntry => ({
  kind: "class",
  name: ENCODER,
  runtime: { barrel: "python", name: "JsonEncoder" },
  constructor: fn(DUMP.replace("obj, ", "").replace("cls?, ", ""), lib(ENCODER), (c): Emitted => {
    const options = encoding({ ...c, type: (name) => (name === "obj" ? unknown : c.type(name)) }, flavour);
    if (typeof options === "string") return options;
    return construct(c.runtime("python", "JsonEncoder"), options.length > 0 ? [object(options)] : []);
  }),
  subclass: {
    attributes: [],
    hook: (name) =>
      name === "default"
        ? {
            params: (given) => (given.get(ASKED) ? [given.get(ASKED) ?? unknown] : null),
            declared: true,
            gives: unknown,
          }
        : ["encode", "iterencode"].includes(name)
          ? "an encoder that does all by itself"
          : null,
  },
});

/** Its objects. */
export const encoderType: InstanceType = {
  name: ENCODER,
  tsType: ({ runtimeType }) => runtimeType("python", "JsonEncoder"),
  members: {
    encode: fn("obj", dumped, (c) => method(c.receiverTs, "encode", [c.ts("obj"), ...floatsOf(c)])),
    default: fn("obj", unknown, (c) => method(c.receiverTs, "default", [c.ts("obj")])),
    ...refusedAll("iterencode", "JSON in pieces: use encode()"),
    ...refusedAll(
      "skipkeys ensure_ascii check_circular allow_nan sort_keys indent encoding item_separator key_separator",
      "a part of the encoder",
    ),
  },
};
