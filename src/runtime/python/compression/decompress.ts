import { constants, gunzipSync, inflateRawSync, inflateSync, unzipSync } from "node:zlib";
import { ZlibError } from "./ZlibError.ts";

const numbers: Readonly<Record<string, number>> = { Z_DATA_ERROR: -3, Z_BUF_ERROR: -5, Z_NEED_DICT: 2 };

/** `zlib.decompress(data, windowBits)`: negative for no header, above 15 for gzip's. What is no such data is a zlib.error. */
export function decompress(data: string | Uint8Array, windowBits: number = constants.Z_MAX_WINDOWBITS): Uint8Array {
  const inflate =
    windowBits < 0 ? inflateRawSync : windowBits > 31 ? unzipSync : windowBits > 15 ? gunzipSync : inflateSync;
  try {
    return inflate(data);
  } catch (error) {
    const number = error instanceof Error && "code" in error ? numbers[String(error.code)] : undefined;
    if (number === undefined || !(error instanceof Error)) throw error;
    const text = number === -5 ? "incomplete or truncated stream" : error.message;
    throw new ZlibError(`Error ${number} while decompressing data: ${text}`);
  }
}
