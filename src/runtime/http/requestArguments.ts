import { PyTypeError } from "../python/exceptions/PyTypeError.ts";
import { requireText } from "../python/dynamic/requireText.ts";
import type { HttpRequest } from "./HttpRequest.ts";
import { requireData } from "./requireData.ts";

const names = ["url", "data", "headers", "origin_req_host", "unverifiable"];

/**
 * What a Request is made of that is told by `*args` and `**kwargs`, under Python's names: a TypeError for one that it does not take,
 * takes twice, or needs.
 */
export function requestArguments(
  args: readonly unknown[],
  kwargs: ReadonlyMap<string, unknown> | Readonly<Record<string, unknown>> = {},
): ConstructorParameters<typeof HttpRequest> {
  if (args.length > names.length)
    throw new PyTypeError(`__init__() takes at most 6 arguments (${args.length + 1} given)`);
  const given = new Map(args.map((value, at) => [names[at] ?? "", value]));
  const named = (kwargs instanceof Map ? [...kwargs] : Object.entries(kwargs)) as [name: string, value: unknown][];
  for (const [name, value] of named.filter((entry) => entry[1] !== undefined)) {
    if (!names.includes(name)) throw new PyTypeError(`__init__() got an unexpected keyword argument '${name}'`);
    if (given.has(name)) throw new PyTypeError(`__init__() got multiple values for keyword argument '${name}'`);
    given.set(name, value);
  }
  if (!given.has("url")) {
    throw new PyTypeError(`__init__() takes at least 2 arguments (${args.length + named.length + 1} given)`);
  }
  const host = given.get("origin_req_host") ?? null;
  const headers = (given.get("headers") ?? new Map()) as ReadonlyMap<string, unknown>;
  return [
    requireText(given.get("url")),
    {
      data: requireData(given.get("data") ?? null),
      headers: Array.from(headers, ([name, value]) => [name, requireText(value)] as const),
      originReqHost: host === null ? null : requireText(host),
      unverifiable: Boolean(given.get("unverifiable") ?? false),
    },
  ];
}
