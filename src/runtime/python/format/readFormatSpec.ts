import { ValueError } from "../exceptions/ValueError.ts";
import type { FormatSpec } from "./FormatSpec.ts";

const specification = /^(?:([^])?([<>=^]))?([+\- ])?(#)?(0)?(\d+)?(,)?(?:\.(\d*))?([^]*)$/u;

/** Reads a format specification. */
export function readFormatSpec(spec: string): FormatSpec {
  const [, fill, align, sign, alternate, zero, width, comma, precision, type = ""] = specification.exec(spec) ?? [];
  if (precision === "") throw new ValueError("Format specifier missing precision");
  if ([...type].length > 1) throw new ValueError("Invalid conversion specification");
  if (comma !== undefined && !["", "d", "e", "f", "g", "E", "G", "%", "F"].includes(type)) {
    throw new ValueError(`Cannot specify ',' with '${type}'.`);
  }
  return {
    fill: fill ?? (zero === undefined ? " " : "0"),
    align: asAlign(align) ?? (zero === undefined ? null : "="),
    sign: asSign(sign),
    alternate: alternate !== undefined,
    width: Number(width ?? 0),
    thousands: comma !== undefined,
    precision: precision === undefined ? null : Number(precision),
    type,
  };
}

function asAlign(text: string | undefined): FormatSpec["align"] {
  return text === "<" || text === ">" || text === "=" || text === "^" ? text : null;
}

function asSign(text: string | undefined): FormatSpec["sign"] {
  return text === "+" || text === "-" || text === " " ? text : null;
}
