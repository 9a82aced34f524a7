import { requireText } from "../python/dynamic/requireText.ts";
import { givenArguments } from "./givenArguments.ts";
import type { NamedArguments } from "./givenArguments.ts";
import type { HttpRequest } from "./HttpRequest.ts";
import { requireData } from "./requireData.ts";

const names = ["url", "data", "headers", "origin_req_host", "unverifiable"];

/** What a Request is made of that is told by `*args` and `**kwargs`, under Python's names. */
export function requestArguments(
  args: readonly unknown[],
  ...kwargs: readonly NamedArguments[]
): ConstructorParameters<typeof HttpRequest> {
  const given = givenArguments(names, args, kwargs);
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
