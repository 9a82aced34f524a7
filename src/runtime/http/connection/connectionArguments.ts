import { requireText } from "../../python/dynamic/requireText.ts";
import { UntranslatedError } from "../../python/exceptions/UntranslatedError.ts";
import { givenArguments } from "../givenArguments.ts";
import type { NamedArguments } from "../givenArguments.ts";
import { requireSeconds } from "../requireSeconds.ts";
import { SSLContext } from "../tls/SSLContext.ts";
import type { HttpConnection } from "./HttpConnection.ts";
import type { HttpsConnection } from "./HttpsConnection.ts";

/** What an HTTPConnection is made of that is told by `*args` and `**kwargs`, under Python's names. */
export function connectionArguments(
  args: readonly unknown[],
  ...kwargs: readonly NamedArguments[]
): ConstructorParameters<typeof HttpConnection> {
  return sharedArguments(givenArguments(["host", "port", "strict", "timeout", "source_address"], args, kwargs));
}

/** The same of an HTTPSConnection. */
export function secureArguments(
  args: readonly unknown[],
  ...kwargs: readonly NamedArguments[]
): ConstructorParameters<typeof HttpsConnection> {
  const names = ["host", "port", "key_file", "cert_file", "strict", "timeout", "source_address", "context"];
  const given = givenArguments(names, args, kwargs);
  const [host, port, options] = sharedArguments(given);
  const file = (name: string): string | null => {
    const path = given.get(name) ?? null;
    return path === null ? null : requireText(path);
  };
  const context = given.get("context") ?? null;
  if (context !== null && !(context instanceof SSLContext)) {
    throw new UntranslatedError("U0103", "a connection with a context of another kind");
  }
  return [host, port, { ...options, context, certFile: file("cert_file"), keyFile: file("key_file") }];
}

function sharedArguments(
  given: ReadonlyMap<string, unknown>,
): [
  host: string | null,
  port: number | null,
  options: { timeout?: number | null; strict: boolean; source: readonly [host: string, port: number] | null },
] {
  const strict = given.get("strict") ?? false;
  if (typeof strict !== "boolean" && typeof strict !== "number")
    throw new UntranslatedError("U0103", "a connection with a strict that is no truth value");
  const host = given.get("host") ?? null;
  const port = given.get("port") ?? null;
  if (port !== null && typeof port !== "number") {
    throw new UntranslatedError("U0103", "a connection with a port that is no number");
  }
  const timeout = given.get("timeout");
  const source = given.get("source_address") ?? null;
  return [
    host === null ? null : requireText(host),
    port,
    {
      strict: Boolean(strict),
      ...(timeout !== undefined && { timeout: requireSeconds(timeout) }),
      source: source as readonly [host: string, port: number] | null,
    },
  ];
}
