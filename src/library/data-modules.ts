import { base64 } from "./base64.ts";
import { binascii } from "./binascii.ts";
import { collections } from "./collections.ts";
import { copy } from "./copy.ts";
import { csv, csvTypes } from "./csv.ts";
import { emailModules } from "./email.ts";
import type { InstanceType, LibraryModule } from "./entry.ts";
import { hashlib, hashTypes, md5, sha } from "./hashlib.ts";
import { itertools } from "./itertools.ts";
import { encoderType } from "./json-encoder.ts";
import { operator } from "./operator.ts";
import { random, randomType } from "./random.ts";
import { cStringIO, streamTypes, stringIO } from "./stringio.ts";
import { struct, structType } from "./struct.ts";
import { string } from "./string.ts";

/** Modules of data and text. */
export const dataModules: readonly LibraryModule[] = [
  hashlib,
  md5,
  sha,
  base64,
  collections,
  string,
  random,
  stringIO,
  cStringIO,
  itertools,
  operator,
  copy,
  csv,
  ...emailModules,
  struct,
  binascii,
];

/** The types of their objects. */
export const dataTypes: readonly InstanceType[] = [
  encoderType,
  ...hashTypes,
  ...streamTypes,
  ...csvTypes,
  structType,
  randomType,
];
