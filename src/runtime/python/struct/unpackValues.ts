import { settle } from "../integers/settle.ts";
import { decodeText } from "../text/decodeText.ts";
import { encodeText } from "../text/encodeText.ts";
import { type Field, type Layout, readLayout } from "./readLayout.ts";
import { StructError } from "./StructError.ts";

/** `struct.unpack(format, data)`: numbers, truths, and text for `s`, `p` and `c`. */
export function unpackValues(format: string, data: Uint8Array | string): unknown[] {
  return unpackLayout(readLayout(format), data);
}

/** Unpacks by a format that has been read. */
export function unpackLayout(layout: Layout, data: Uint8Array | string): unknown[] {
  const bytes = typeof data === "string" ? encodeText(data) : data;
  if (bytes.length !== layout.size) throw new StructError(`unpack requires a string argument of length ${layout.size}`);
  return layout.fields.map((field) => unpackField(bytes, field, layout.littleEndian));
}

/** `struct.unpack_from(format, data, offset)`. */
export function unpackFrom(format: string, data: Uint8Array | string, offset = 0): unknown[] {
  const layout = readLayout(format);
  const bytes = typeof data === "string" ? encodeText(data) : data;
  const start = offset < 0 ? offset + bytes.length : offset;
  if (start < 0 || start + layout.size > bytes.length)
    throw new StructError(`unpack_from requires a buffer of at least ${layout.size} bytes`);
  return unpackLayout(layout, bytes.subarray(start, start + layout.size));
}

function unpackField(bytes: Uint8Array, { code, offset, size }: Field, littleEndian: boolean): unknown {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  switch (code) {
    case "s":
    case "c":
      return decodeText(bytes.subarray(offset, offset + size));
    case "p":
      return decodeText(bytes.subarray(offset + 1, offset + 1 + Math.min(bytes[offset] ?? 0, size - 1)));
    case "?":
      return bytes[offset] !== 0;
    case "f":
      return view.getFloat32(offset, littleEndian);
    case "d":
      return view.getFloat64(offset, littleEndian);
    default: {
      let unsigned = 0n;
      for (let n = 0; n < size; n++)
        unsigned = (unsigned << 8n) | BigInt(bytes[offset + (littleEndian ? size - 1 - n : n)] ?? 0);
      const value = code === code.toLowerCase() ? BigInt.asIntN(size * 8, unsigned) : unsigned;
      return size < 8 ? Number(value) : settle(value, 0, 0);
    }
  }
}
