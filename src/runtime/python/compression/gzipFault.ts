import { constants, inflateRawSync } from "node:zlib";
import { crc32 } from "../checksums/crc32.ts";
import { IOError } from "../exceptions/IOError.ts";
import { PyTypeError } from "../exceptions/PyTypeError.ts";
import { StructError } from "../struct/StructError.ts";
import { gzipHeaderLength } from "./gzipHeaderLength.ts";
import { ZlibError } from "./ZlibError.ts";

/**
 * What reading all of gzipped data raises in Python, where they are damaged or cut off. Python compares the checksum of what it could
 * unpack with whatever stands in its place.
 *
 * @param start where the member begins that is damaged.
 */
export function gzipFault(data: Uint8Array, start: number): Error {
  const head = data.subarray(start);
  if (head[0] !== 0x1f || head[1] !== 0x8b) return new IOError("Not a gzipped file");
  if (head.length < 4 && (head.length < 3 || head[2] === 8)) return noCharacter();
  if (head[2] !== 8) return new IOError("Unknown compression method");
  const body = head.subarray(gzipHeaderLength(head));
  const unpacked = inflate(body);
  if (unpacked instanceof Error) return unpacked;
  const { content, length } = unpacked;
  // Without anything behind the data, the last eight bytes of the file are taken for their checksum and length.
  const checks = data.subarray(
    length < body.length ? data.length - body.length + length : Math.max(data.length - 8, 0),
  );
  const [told, size] = [numberAt(checks, 0), numberAt(checks, 4)];
  if (told === null || size === null) return new StructError("unpack requires a string argument of length 4");
  const found = crc32(content) >>> 0;
  if (told !== found) {
    return new IOError(`CRC check failed 0x${told.toString(16)} != 0x${found.toString(16)}L`);
  }
  return new IOError("Incorrect length of data produced");
}

const noCharacter = (): Error => new PyTypeError("ord() expected a character, but string of length 0 found");

const numberAt = (bytes: Uint8Array, at: number): number | null =>
  bytes.length < at + 4 ? null : new DataView(bytes.buffer, bytes.byteOffset).getUint32(at, true);

/** What can be unpacked, and of how many bytes; or what zlib says of them. */
function inflate(body: Uint8Array): { readonly content: Uint8Array; readonly length: number } | Error {
  if (body.length === 0) return { content: body, length: 0 };
  try {
    const made: unknown = inflateRawSync(body, { finishFlush: constants.Z_SYNC_FLUSH, info: true });
    const { buffer, engine } = made as {
      readonly buffer: Uint8Array;
      readonly engine: { readonly bytesWritten: number };
    };
    return { content: buffer, length: engine.bytesWritten };
  } catch (error) {
    return new ZlibError(`Error -3 while decompressing: ${error instanceof Error ? error.message : String(error)}`);
  }
}
