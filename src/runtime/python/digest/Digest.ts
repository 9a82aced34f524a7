import type { Hash } from "node:crypto";

/** A hash that is being made: `hashlib.md5()`. Its copy gives the digest, so that more may follow, as in Python. */
export type Digest = Hash;
