import { asNumber } from "../dynamic/asNumber.ts";
import { encodeText } from "../text/encodeText.ts";
import { type Field, type Layout, readLayout } from "./readLayout.ts";
import { OverflowError } from "../exceptions/OverflowError.ts";
import { StructError } from "./StructError.ts";

/** `struct.pack(format, *values)`. */
export function packValues(format: string, ...values: unknown[]): Uint8Array<ArrayBuffer> {
  return packLayout(readLayout(format), values);
}

/** Packs by a format that has been read. */
export function packLayout(layout: Layout, values: readonly unknown[]): Uint8Array<ArrayBuffer> {
  const { fields, size } = layout;
  if (values.length !== fields.length)
    throw new StructError(`pack expected ${fields.length} items for packing (got ${values.length})`);
  const bytes = new Uint8Array(size);
  fields.forEach((field, i) => packField(bytes, field, values[i], layout));
  return bytes;
}

function packField(bytes: Uint8Array<ArrayBuffer>, field: Field, value: unknown, layout: Layout): void {
  const { code, offset, size } = field;
  const { littleEndian } = layout;
  const view = new DataView(bytes.buffer);
  switch (code) {
    case "s":
    case "p": {
      const text = bytesOf(value);
      if (text === null) throw new StructError(`argument for '${code}' must be a string`);
      const room = code === "s" ? size : Math.max(size - 1, 0);
      const kept = text.subarray(0, Math.min(room, code === "s" ? room : 255));
      if (code === "p" && size > 0) bytes[offset] = kept.length;
      bytes.set(kept, code === "s" ? offset : offset + 1);
      return;
    }
    case "c": {
      const text = bytesOf(value);
      if (text?.length !== 1) throw new StructError("char format require string of length 1");
      bytes.set(text, offset);
      return;
    }
    case "?":
      bytes[offset] = value === null || value === "" || asNumber(value) === 0 || asNumber(value) === 0n ? 0 : 1;
      return;
    case "f":
    case "d": {
      const number = asNumber(value);
      if (number === null) throw new StructError("required argument is not a float");
      if (
        code === "f" &&
        !layout.isNative &&
        !Number.isFinite(Math.fround(Number(number))) &&
        Number.isFinite(Number(number))
      )
        throw new OverflowError("float too large to pack with f format");
      if (code === "f") view.setFloat32(offset, Number(number), littleEndian);
      else view.setFloat64(offset, Number(number), littleEndian);
      // CPython's own NaN has its sign set.
      if (Number.isNaN(Number(number))) bytes[littleEndian ? offset + size - 1 : offset]! |= 0x80;
      return;
    }
    default: {
      const integer = integerOf(value);
      checkRange(integer, field, littleEndian);
      const unsigned = BigInt.asUintN(size * 8, integer);
      for (let n = 0; n < size; n++)
        bytes[offset + (littleEndian ? n : size - 1 - n)] = Number((unsigned >> BigInt(8 * n)) & 0xffn);
    }
  }
}

/** The bytes of a `str`. */
function bytesOf(value: unknown): Uint8Array | null {
  if (value instanceof Uint8Array) return value;
  return typeof value === "string" ? encodeText(value) : null;
}

function integerOf(value: unknown): bigint {
  const number = asNumber(value);
  if (number === null || (typeof number === "number" && !Number.isFinite(number)))
    throw new StructError("cannot convert argument to integer");
  return typeof number === "bigint" ? number : BigInt(Math.trunc(number));
}

/** Python has these messages from different places: what the machine itself packs has names of C. */
function checkRange(value: bigint, { code, size }: Field, littleEndian: boolean): void {
  const bits = BigInt(size * 8);
  const isSigned = code === code.toLowerCase();
  const least = isSigned ? -(1n << (bits - 1n)) : 0n;
  const most = (1n << (isSigned ? bits - 1n : bits)) - 1n;
  if (value >= least && value <= most) return;
  const beyond = new StructError(`integer out of range for '${code}' format code`);
  const isLong = value < -(2n ** 63n) || value >= 2n ** 63n;
  if (code === "b" || code === "B" || ((code === "h" || code === "H") && littleEndian)) {
    if (isLong) throw beyond;
    const [name, from, to] = {
      b: ["byte", "-128", "127"],
      B: ["ubyte", "0", "255"],
      h: ["short", "SHRT_MIN", "SHRT_MAX"],
      H: ["ushort", "0", "USHRT_MAX"],
    }[code];
    throw new StructError(`${name} format requires ${from} <= number <= ${to}`);
  }
  if (size === 8 || (isSigned ? isLong : value < 0n || value >= 2n ** 64n)) throw beyond;
  throw new StructError(`'${code}' format requires ${least} <= number <= ${most}`);
}
