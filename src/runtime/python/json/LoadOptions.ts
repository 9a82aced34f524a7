import type { Dict } from "../containers/Dict.ts";

/** The hooks of `json.loads`: what is made of each object, from its dict or from its pairs. */
export interface LoadOptions {
  readonly objectHook?: (object: Dict<string, unknown>) => unknown;
  readonly pairsHook?: (pairs: [string, unknown][]) => unknown;
  /** Objects are `OrderedDict`s. */
  readonly ordered?: true;
}
