import type { PySymbol } from "../program/scope.ts";
import { never, type Type } from "./types.ts";
import { join } from "./join.ts";

/** What each local variable may hold at one point of the program; null is a point that is never reached. */
export type Environment = Map<PySymbol, Type> | null;

export const copy = (env: Environment): Environment => env && new Map(env);

export function merge(a: Environment, b: Environment): Environment {
  if (!a) return copy(b);
  if (!b) return a;
  const merged = new Map(a);
  for (const [symbol, type] of b) merged.set(symbol, join(merged.get(symbol) ?? never, type));
  return merged;
}

/** A place that control may reach from several others: the end of a loop, a handler. */
export class Junction {
  env: Environment = null;

  arrive(env: Environment): void {
    this.env = merge(this.env, env);
  }
}
