import { UntranslatedError } from "../python/exceptions/UntranslatedError.ts";
import type { fetchOrThrow } from "./fetchOrThrow.ts";
import { givenArguments } from "./givenArguments.ts";
import type { NamedArguments } from "./givenArguments.ts";
import { requireData } from "./requireData.ts";
import { requireSeconds } from "./requireSeconds.ts";
import { requireTarget } from "./requireTarget.ts";
import { SSLContext } from "./tls/SSLContext.ts";

const names = ["url", "data", "timeout", "cafile", "capath", "cadefault", "context"];

/** What is given to `urlopen` by `*args` and `**kwargs`, under Python's names. Files of certificates are not translated. */
export function urlopenArguments(
  args: readonly unknown[],
  ...kwargs: readonly NamedArguments[]
): Parameters<typeof fetchOrThrow> {
  const given = givenArguments(names, args, kwargs, { name: "urlopen", self: 0 });
  const context = given.get("context") ?? null;
  if (
    ["cafile", "capath", "cadefault"].some((name) => given.get(name)) ||
    !(context === null || context instanceof SSLContext)
  )
    throw new UntranslatedError("U0103", "urlopen(**kwargs) with certificates");
  const timeout = given.get("timeout");
  return [
    requireTarget(given.get("url")),
    {
      body: requireData(given.get("data") ?? null),
      ...(timeout !== undefined && { timeout: requireSeconds(timeout) }),
      context,
    },
  ];
}
