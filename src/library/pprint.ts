import { isSink, SINKS, writeText } from "./sinks.ts";
import { asciiStr, lib, none, type Type } from "../analysis/types.ts";
import { binary, call, construct, method, object, string } from "../emit/build.ts";
import type * as ts from "../emit/tree.ts";
import { type CallEmit, type Emitted, fn, type InstanceType, type LibraryModule, refused } from "./entry.ts";
import { refusedAll } from "./refusals.ts";
import { members } from "../analysis/join.ts";
import { only } from "../analysis/kinds.ts";

const PRINTER = "pprint.PrettyPrinter";

const OPTIONS = "indent?:int, width?:int, depth?:int|none";

/** The named settings of a call. */
function settings(c: CallEmit): ts.Expression[] {
  const given = ["indent", "width", "depth"].filter((name) => c.has(name));
  return given.length > 0 ? [object(given.map((name) => [name, c.ts(name)]))] : [];
}

/** Why a value's layout is not known from its `repr`: sets are sorted only where they are broken into lines. */
function problem(type: Type, seen = new Set<Type>()): string | null {
  if (seen.has(type)) return null;
  seen.add(type);
  for (const m of members(type)) {
    if (m.k === "set") return "pretty printing of a set";
    if (m.k === "unknown") return "pretty printing of a value whose type is not known";
    const inner =
      m.k === "dict"
        ? [m.key.type, m.value.type]
        : m.k === "list" || m.k === "sequence"
          ? [m.elem.type]
          : m.k === "tuple"
            ? m.items
            : [];
    for (const item of inner) {
      const found = problem(item, seen);
      if (found) return found;
    }
  }
  return null;
}

/** `pformat(value)`. */
function layout(c: CallEmit, options: readonly ts.Expression[]): ts.Expression | string {
  const type = c.type("object");
  return (
    problem(type) ?? call(c.runtime("python", "prettyLayout"), [call(c.reprOf(type), [c.ts("object")]), ...options])
  );
}

/** Where it is printed: on standard output, or to what the call names. */
function printed(c: CallEmit, text: ts.Expression): Emitted {
  const line = binary("+", text, string("\n"));
  if (!c.has("stream") || only(c.type("stream"), "none")) return call(c.runtime("python", "writeStdout"), [line]);
  if (!isSink(c.type("stream"))) return "printing to a stream that may be None";
  return writeText(c.runtime, () => c.ts("stream"), c.type("stream"), line);
}

const STREAM = `stream?:none|${SINKS.join("|")}`;

export const pprint: LibraryModule = {
  name: "pprint",
  members: {
    pprint: fn(
      `object, ${STREAM}, ${OPTIONS}`,
      none,
      (c): Emitted => {
        const text = layout(c, settings(c));
        return typeof text === "string" ? text : printed(c, text);
      },
      { asksMethods: ["__repr__", "items", "__getitem__"] },
    ),
    pformat: fn(`object, ${OPTIONS}`, asciiStr, (c): Emitted => layout(c, settings(c)), {
      asksMethods: ["__repr__", "items", "__getitem__"],
    }),
    saferepr: fn("object", asciiStr, (c): Emitted =>
      layout(c, [object([["width", { type: "Identifier", name: "Infinity" }]])]),
    ),
    PrettyPrinter: {
      kind: "class",
      name: PRINTER,
      runtime: { barrel: "python", name: "PrettyPrinter" },
      constructor: fn(`${OPTIONS}, stream?:none`, lib(PRINTER), (c) =>
        construct(c.runtime("python", "PrettyPrinter"), settings(c)),
      ),
    },
    isreadable: refused("whether a repr can be read: nothing in the translation reads it"),
    isrecursive: refused("whether a value holds itself"),
    warnings: refused("a part of the module that nobody is meant to use"),
  },
};

export const pprintTypes: readonly InstanceType[] = [
  {
    name: PRINTER,
    tsType: ({ runtimeType }) => runtimeType("python", "PrettyPrinter"),
    members: {
      pprint: fn("object", none, (c): Emitted => {
        const type = c.type("object");
        return problem(type) ?? method(c.receiverTs, "pprint", [call(c.reprOf(type), [c.ts("object")])]);
      }),
      pformat: fn("object", asciiStr, (c): Emitted => {
        const type = c.type("object");
        return problem(type) ?? method(c.receiverTs, "pformat", [call(c.reprOf(type), [c.ts("object")])]);
      }),
      ...refusedAll("isreadable isrecursive format", "a part of the printer that is not translated"),
    },
  },
];
