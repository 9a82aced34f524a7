import type { ClassInfo, FunctionInfo } from "./entities.ts";
import type { Facts } from "./facts.ts";
import { none } from "./types.ts";

/**
 * A method gives what those that override it may give: the object decides which one runs, and its TypeScript type must say so. Where one
 * of them gives a value, the others give None where they just end.
 */
export function shareResults(facts: Facts): void {
  for (const cls of facts.classes.values()) {
    for (const [name, { fn }] of cls.methods) {
      if (name !== "__init__") for (const base of overridden(cls, name)) share(fn, base);
    }
    for (const [name, { getter }] of cls.properties)
      for (const base of cls.lineage.slice(1)) {
        const above = base.properties.get(name)?.getter;
        if (getter && above) share(getter.fn, above.fn);
      }
  }
}

function overridden(cls: ClassInfo, name: string): readonly FunctionInfo[] {
  return cls.lineage.slice(1).flatMap((base) => base.methods.get(name)?.fn ?? []);
}

function share(method: FunctionInfo, base: FunctionInfo): void {
  if (method === base || method.isGenerator || base.isGenerator) return;
  base.returns.grow(method.returns.type);
  method.byKey = null;
  base.byKey = null;
  const givesValue = method.returnsValue || base.returnsValue;
  if (!givesValue) return;
  if (method.returnsNothing) base.returns.grow(none);
  // One that only raises is declared to give what those below it do.
  if (!base.returnsNothing) base.returnsValue = true;
  for (const fn of [method, base]) {
    if (fn.returnsValue || !fn.returnsNothing) continue;
    fn.returnsValue = true;
    fn.returns.grow(none);
  }
}
