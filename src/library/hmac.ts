import { asciiStr, lib, none, type Type } from "../analysis/types.ts";
import { construct, method, string } from "../emit/build.ts";
import { type CallEmit, type Emitted, fn, type InstanceType, type LibraryModule, refused } from "./entry.ts";
import { bytesOf } from "./hashlib.ts";
import { refusedAll } from "./refusals.ts";
import { asUsed, usedBytes } from "./used-bytes.ts";
import { has, only } from "../analysis/kinds.ts";

const HMAC = "hmac.HMAC";

/** Node's name of a hash that is given as `hashlib.sha1`, or as a module; null for any other. */
function algorithmOf(type: Type): string | null {
  if (type.k === "libfn") return /^hashlib\.(md5|sha1|sha224|sha256|sha384|sha512)$/.exec(type.name)?.[1] ?? null;
  if (type.k === "module") return type.name === "sha" ? "sha1" : type.name === "md5" ? "md5" : null;
  return null;
}

const create = fn("key:bytes, msg?:bytes|none, digestmod?", lib(HMAC), (c: CallEmit): Emitted => {
  const algorithm = c.has("digestmod") ? algorithmOf(c.type("digestmod")) : "md5";
  if (algorithm === null) return "an HMAC by a hash that is not one of hashlib's own";
  // None is no message.
  if (c.has("msg") && has(c.type("msg"), "none") && !only(c.type("msg"), "none")) return "a message that may be None";
  if (has(c.type("key"), "unicode")) return "a key that is unicode: Python raises TypeError";
  const message = c.has("msg") && c.type("msg").k !== "none" ? [bytesOf(c, "msg")] : [];
  return construct(c.runtime("python", "Hmac"), [string(algorithm), bytesOf(c, "key"), ...message]);
});

export const hmac: LibraryModule = {
  name: "hmac",
  members: {
    new: create,
    HMAC: create,
    compare_digest: refused("use timingSafeEqual of node:crypto"),
    ...refusedAll("digest_size trans_36 trans_5C", "a part of the module that nobody is meant to use"),
  },
};

export const hmacType: InstanceType = {
  name: HMAC,
  tsType: ({ runtimeType }) => runtimeType("python", "Hmac"),
  members: {
    update: fn("msg:bytes", none, (c) => method(c.receiverTs, "update", [bytesOf(c, "msg")])),
    digest: fn("", usedBytes, (c) => asUsed(c, method(c.receiverTs, "digest"))),
    hexdigest: fn("", asciiStr, (c) => method(c.receiverTs, "digest", [string("hex")])),
    copy: fn("", lib(HMAC), (c) => method(c.receiverTs, "copy")),
    ...refusedAll(
      "digest_size block_size digest_cons inner outer blocksize",
      "the name and sizes of a hash are not translated",
    ),
  },
};
