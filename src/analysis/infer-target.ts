import { nameRecords } from "./record.ts";
import type * as py from "../python/ast.ts";
import { members } from "./join.ts";
import { partly } from "./built-in-part.ts";
import { askedForSlice, sliceArguments, sliceMethod } from "./slices.ts";
import type { Inference } from "./infer.ts";
import { asciiStr, type Type } from "./types.ts";
/** What storing in a target, or deleting it, does. */
export class TargetInference {
  private readonly inf: Inference;

  constructor(inf: Inference) {
    this.inf = inf;
  }

  /** Stores a type in a target; `value` is the expression it comes from, where there is one. */
  assign(target: py.Expression, type: Type, value: py.Expression | null = null): void {
    const { inf } = this;
    switch (target.kind) {
      case "Name": {
        const symbol = inf.module.bindings.symbols.get(target);
        nameRecords(type, target.id);
        if (symbol) inf.setVariable(symbol, type);
        inf.facts.record(target, type);
        break;
      }
      case "Tuple":
      case "List": {
        const parts = value && (value.kind === "Tuple" || value.kind === "List") ? value.elts : null;
        target.elts.forEach((elt, i) => {
          const part = parts?.[i];
          this.assign(
            elt,
            part ? inf.facts.typeOf(part) : inf.expressions.elements.unpacked(type, i, target.elts.length),
            part ?? null,
          );
        });
        break;
      }
      case "Attribute":
        inf.expressions.attributes.set(target, type, value);
        break;
      case "Subscript":
        inf.expressions.subscripts.set(target, type);
        break;
      default:
        inf.expressions.eval(target);
    }
  }

  delete(target: py.Expression): void {
    const { inf } = this;
    if (target.kind === "Name") {
      const symbol = inf.module.bindings.symbols.get(target);
      if (symbol) inf.unsetVariable(symbol);
    } else if (target.kind === "Subscript") {
      const object = inf.expressions.eval(target.value);
      const key = inf.expressions.subscripts.slice(target.slice);
      const { slice } = target;
      if (slice.type !== "slice") inf.expressions.elements.invokeSpecial(object, "__delitem__", [key]);
      else
        for (const m of members(partly(object, askedForSlice(slice, "delete")))) {
          const part = m.k === "instance" ? sliceMethod(m.cls, slice, "delete") : null;
          if (part) inf.expressions.calls.invoke({ ...part.method, self: m }, sliceArguments(part));
        }
    } else {
      if (target.kind === "Attribute") {
        inf.facts.deleted.add(target.attr);
        inf.expressions.elements.invokeSpecial(inf.expressions.eval(target.value), "__delattr__", [asciiStr]);
      }
      inf.expressions.eval(target);
    }
  }
}
