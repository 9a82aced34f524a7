import { readFileSync } from "node:fs";
import { systemCall } from "../../python/files/systemCall.ts";

/** The texts of a certificate of one's own and of its key, which may be in the same file. An IOError if a file is not there. */
export function ownCertificate(
  certFile: string,
  keyFile: string | null,
): { readonly cert: string; readonly key: string } {
  const [cert = "", key = ""] = [certFile, keyFile ?? certFile].map((name) =>
    systemCall(null, () => readFileSync(name, "utf8")),
  );
  return { cert, key };
}
