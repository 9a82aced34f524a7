import { getDefaultTimeout } from "../defaultTimeout.ts";
import { givenArguments } from "../givenArguments.ts";
import type { NamedArguments } from "../givenArguments.ts";
import { requireData } from "../requireData.ts";
import { requireSeconds } from "../requireSeconds.ts";
import { requireTarget } from "../requireTarget.ts";
import type { OpenerDirector } from "./OpenerDirector.ts";

/** What is given to an opener's `open` by `*args` and `**kwargs`, under Python's names. */
export function openArguments(
  args: readonly unknown[],
  ...kwargs: readonly NamedArguments[]
): Parameters<OpenerDirector["open"]> {
  const given = givenArguments(["fullurl", "data", "timeout"], args, kwargs, { name: "open", self: 1 });
  const timeout = given.get("timeout");
  return [
    requireTarget(given.get("fullurl")),
    requireData(given.get("data") ?? null),
    timeout === undefined ? getDefaultTimeout() : requireSeconds(timeout),
  ];
}
