import { PyTypeError } from "../../python/exceptions/PyTypeError.ts";
import { UntranslatedError } from "../../python/exceptions/UntranslatedError.ts";
import { requireText } from "../../python/dynamic/requireText.ts";

/**
 * What an opener of urllib is made of that is told by `*args` and `**kwargs`, under Python's names: its proxies. As in Python a
 * TypeError for more, and keywords of other names are passed over; a certificate or a TLS context is not translated.
 */
export function openerArguments(
  args: readonly unknown[],
  kwargs: ReadonlyMap<string, unknown> | Readonly<Record<string, unknown>> = {},
): [proxies: [string, string][] | null] {
  if (args.length > 2) throw new PyTypeError(`__init__() takes at most 3 arguments (${args.length + 1} given)`);
  const named = new Map(kwargs instanceof Map ? kwargs : Object.entries(kwargs));
  for (const [at, name] of ["proxies", "context"].entries()) {
    if (args.length > at && named.has(name))
      throw new PyTypeError(`__init__() got multiple values for keyword argument '${name}'`);
  }
  const given = [args[1], ...["context", "key_file", "cert_file"].map((name) => named.get(name))];
  if (given.some((value) => value !== null && value !== undefined))
    throw new UntranslatedError("U0103", "an opener with a TLS context or a certificate");
  const proxies = args[0] ?? named.get("proxies") ?? null;
  if (proxies === null) return [null];
  if (!(proxies instanceof Map)) throw new UntranslatedError("U0103", "proxies that are no dict");
  return [Array.from(proxies as Map<unknown, unknown>, ([scheme, url]) => [requireText(scheme), requireText(url)])];
}
