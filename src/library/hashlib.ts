import { isAscii, isBytes } from "../analysis/kinds.ts";
import { has } from "../analysis/kinds.ts";
import { asciiStr, lib, none } from "../analysis/types.ts";
import { call, method, string } from "../emit/build.ts";
import type * as ts from "../emit/tree.ts";
import { type CallEmit, fn, type FunctionEntry, type InstanceType, type LibraryModule, refused } from "./entry.ts";
import { refusedAll } from "./refusals.ts";
import { asUsed, usedBytes } from "./used-bytes.ts";

const DIGEST = "hashlib.hash";

/** What is hashed: bytes as they are, text as the bytes that it is in Python. */
export function bytesOf(c: CallEmit, name: string): ts.Expression {
  const type = c.type(name);
  if (has(type, "unicode")) {
    c.assume(
      "A0105",
      "unicode text is taken for bytes: in Python 2 one with other than ASCII characters raises UnicodeEncodeError",
    );
  }
  return isBytes(type) || isAscii(type) ? c.ts(name) : call(c.runtime("python", "encodeText"), [c.ts(name)]);
}

const create = (c: CallEmit, algorithm: string, data: string): ts.Expression => {
  const made = call(c.nodeImport("crypto", "createHash"), [string(algorithm)]);
  return c.has(data) ? method(made, "update", [bytesOf(c, data)]) : made;
};

const constructor = (algorithm: string): FunctionEntry =>
  fn("string?:bytes", lib(DIGEST), (c) => create(c, algorithm, "string"));

const algorithms = ["md5", "sha1", "sha224", "sha256", "sha384", "sha512"];

export const hashlib: LibraryModule = {
  name: "hashlib",
  members: {
    ...Object.fromEntries(algorithms.map((name) => [name, constructor(name)])),
    new: fn("name:text, string?:bytes", lib(DIGEST), (c) => {
      const node = c.node("name");
      const name = node?.kind === "Str" ? node.value.toLowerCase() : "";
      return algorithms.includes(name) ? create(c, name, "string") : "a hash whose name is not one of hashlib's own";
    }),
    ...refusedAll(
      "algorithms algorithms_guaranteed algorithms_available",
      "OpenSSL's list of hashes differs from Node's",
    ),
    pbkdf2_hmac: refused("use pbkdf2Sync of node:crypto"),
  },
};

const single = (name: string, algorithm: string): LibraryModule => ({
  name,
  members: {
    new: constructor(algorithm),
    [name]: constructor(algorithm),
    ...refusedAll("digest_size digestsize blocksize block_size", "sizes of hashes are not translated"),
  },
});

/** The modules that `hashlib` replaced. */
export const md5 = single("md5", "md5");
export const sha = single("sha", "sha1");

/** One that was made in the same expression is asked once; any other may be asked again, and get more. */
const digested = (c: CallEmit, encoding: readonly ts.Expression[]): ts.Expression =>
  method(c.receiverTs.type === "CallExpression" ? c.receiverTs : method(c.receiverTs, "copy"), "digest", encoding);

/** Node's own hash, of which a copy gives the digest: Python's may be asked twice. */
export const hashTypes: readonly InstanceType[] = [
  {
    name: DIGEST,
    tsType: ({ runtimeType }) => runtimeType("python", "Digest"),
    members: {
      update: fn("arg:bytes", none, (c) => method(c.receiverTs, "update", [bytesOf(c, "arg")])),
      hexdigest: fn("", asciiStr, (c) => digested(c, [string("hex")])),
      digest: fn("", usedBytes, (c) => asUsed(c, digested(c, []))),
      copy: fn("", lib(DIGEST), (c) => method(c.receiverTs, "copy")),
      ...refusedAll("name digest_size digestsize block_size", "the name and sizes of a hash are not translated"),
    },
  },
];
