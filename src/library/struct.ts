import { has } from "../analysis/kinds.ts";
import {
  asciiStr,
  bool,
  float,
  int,
  libWith,
  mixedLong,
  sequenceOf,
  str,
  type Type,
  tupleOf,
  unknown,
} from "../analysis/types.ts";
import { as, call, construct, member, method } from "../emit/build.ts";
import {
  type CallEmit,
  type CallTypes,
  type Emitted,
  type Entry,
  fn,
  type InstanceType,
  type LibraryModule,
  value,
} from "./entry.ts";
import { bytesOf } from "./hashlib.ts";
import { refusedAll } from "./refusals.ts";
import { asUsed, usedBytes } from "./used-bytes.ts";

const STRUCT = "struct.Struct";
/** Under this name a Struct's type has the type of what it unpacks. */
const UNPACKED = "unpacked";

/** What a format unpacks to; null for one that is none. On 64-bit Linux a native `l` has eight bytes, which a number may not hold. */
function unpackedBy(format: string): readonly Type[] | null {
  const [, mark = "", rest = ""] = /^([@=<>!]?)([^]*)$/.exec(format) ?? [];
  const isNative = mark === "" || mark === "@";
  const types: Type[] = [];
  for (const [, digits = "", code = ""] of rest.matchAll(/(\d*)([^\s\d])/g)) {
    const count = digits === "" ? 1 : Number(digits);
    if (code === "x") continue;
    if (code === "s" || code === "p") types.push(str);
    else if (code === "c") for (let n = 0; n < count; n++) types.push(str);
    else if (code === "?") for (let n = 0; n < count; n++) types.push(bool);
    else if (code === "f" || code === "d") for (let n = 0; n < count; n++) types.push(float);
    else if ("qQ".includes(code) || (isNative && "lLP".includes(code)))
      for (let n = 0; n < count; n++) types.push(mixedLong);
    else if ("bBhHiIlL".includes(code)) for (let n = 0; n < count; n++) types.push(int);
    else return null;
  }
  return types;
}

/** The type of what is unpacked, by the format as it is written. */
function unpacked(c: CallTypes): Type {
  const format = c.node("fmt");
  const types = format?.kind === "Str" ? unpackedBy(format.value) : null;
  return types === null ? sequenceOf(c.clock, unknown) : tupleOf(types);
}

const hasUnicode = (types: readonly Type[]): boolean => types.some((type) => has(type, "unicode", "json"));

/** Values to be packed; unicode text Python refuses. */
const packed = (c: CallEmit, make: (values: ReturnType<CallEmit["restTs"]>) => ReturnType<CallEmit["ts"]>): Emitted =>
  c.rest("values").some((type) => has(type, "instance"))
    ? "an object that is packed"
    : hasUnicode(c.rest("values"))
      ? "unicode text that is packed"
      : asUsed(c, make(c.restTs("values")));

/** `struct`: packed numbers and bytes. */
export const struct: LibraryModule = {
  name: "struct",
  members: {
    pack: fn("fmt:text, *values", usedBytes, (c) =>
      packed(c, (values) => call(c.runtime("python", "packValues"), [c.ts("fmt"), ...values])),
    ),
    unpack: fn("fmt:text, string:bytes", unpacked, (c) =>
      as(call(c.runtime("python", "unpackValues"), [c.ts("fmt"), bytesOf(c, "string")]), c.tsType(c.resultType)),
    ),
    unpack_from: fn("fmt:text, buffer:bytes, offset?:int", unpacked, (c) =>
      as(
        call(c.runtime("python", "unpackFrom"), [
          c.ts("fmt"),
          bytesOf(c, "buffer"),
          ...(c.has("offset") ? [c.ts("offset")] : []),
        ]),
        c.tsType(c.resultType),
      ),
    ),
    calcsize: fn("fmt:text", int, (c) => call(c.runtime("python", "structSize"), [c.ts("fmt")])),
    Struct: {
      kind: "class",
      name: STRUCT,
      runtime: { barrel: "python", name: "Struct" },
      constructor: fn(
        "fmt:text",
        (c) => {
          const fields = c.clock.fields();
          fields.grow(UNPACKED, unpacked(c));
          return libWith(STRUCT, fields);
        },
        (c) => construct(c.runtime("python", "Struct"), [c.ts("fmt")]),
      ),
    },
    ...refusedAll("pack_into", "packing into a buffer: pack, and join the parts"),
  },
};

const held = (c: CallTypes): Type =>
  (c.receiver.k === "lib" && c.receiver.fields?.get(UNPACKED)) || sequenceOf(c.clock, unknown);

const unpacking = (name: string, params: string): Entry =>
  fn(params, held, (c) =>
    as(
      method(c.receiverTs, name, [bytesOf(c, params.replace(/:.*/, "")), ...(c.has("offset") ? [c.ts("offset")] : [])]),
      c.tsType(c.resultType),
    ),
  );

export const structType: InstanceType = {
  name: STRUCT,
  tsType: ({ runtimeType }) => runtimeType("python", "Struct"),
  members: {
    pack: fn("*values", usedBytes, (c) => packed(c, (values) => method(c.receiverTs, "pack", values))),
    unpack: unpacking("unpack", "string:bytes"),
    unpack_from: unpacking("unpackFrom", "buffer:bytes, offset?:int"),
    size: value(int, ({ receiverTs }) => member(receiverTs, "size")),
    format: value(asciiStr, ({ receiverTs }) => member(receiverTs, "format")),
    ...refusedAll("pack_into", "packing into a buffer: pack, and join the parts"),
  },
};
