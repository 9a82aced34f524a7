import type * as py from "../python/ast.ts";
import { library } from "../library/index.ts";
import { namedItems } from "../library/named-tuples.ts";
import { partly } from "./built-in-part.ts";
import { sequenceElement } from "./element.ts";
import type { Inference } from "./infer.ts";
import { boundSpecial } from "./special-methods.ts";
import { int, lib, never, none, type Type, unknown, poison } from "./types.ts";
import type { ExpressionInference } from "./infer-expression.ts";
import { has, asText } from "./kinds.ts";
import { members, union } from "./join.ts";

/** What comes out of a value: by iteration, unpacking, `with`, or a special method of its own. */
export class ElementInference {
  private readonly inf: Inference;
  private readonly expressions: ExpressionInference;

  constructor(inf: Inference, expressions: ExpressionInference) {
    this.inf = inf;
    this.expressions = expressions;
  }

  /** What iterating a value yields. */
  of(type: Type, node: py.Expression | null = null): Type {
    if (node && type.k === "never") return never;
    return union(
      members(type).map((m) => {
        if (m.k === "instance") return this.elementOfInstance(m);
        if (m.k === "str") asText(m);
        return sequenceElement(m, this.inf.clock);
      }),
    );
  }

  /** Going over an object calls its methods. */
  private elementOfInstance(type: Type & { k: "instance" }): Type {
    const iter = boundSpecial(type, "__iter__");
    if (!iter && type.cls.part) return sequenceElement(type.cls.part, this.inf.clock);
    const item = iter ? null : boundSpecial(type, "__getitem__");
    if (iter) for (const m of members(this.expressions.calls.invoke(iter, []))) this.invokeSpecial(m, "next", []);
    if (item) this.expressions.calls.invoke(item, [int]);
    return iter || item ? sequenceElement(type, this.inf.clock) : beyond(type);
  }

  /** The special method of each alternative that is an object of the program, called; never where none has it. */
  invokeSpecial(type: Type, name: string, args: readonly Type[]): Type {
    return union(
      members(type).map((m) => {
        const method = boundSpecial(m, name);
        return method ? this.expressions.calls.invoke(method, args) : never;
      }),
    );
  }

  /** Part `i` of a value unpacked into `count` targets. */
  unpacked(type: Type, i: number, count: number): Type {
    return union(
      members(partly(type, "__iter__")).map((m) => {
        const items = m.k === "tuple" ? m.items : namedItems(m);
        if (items) return items.length === count ? (items[i] ?? never) : never;
        if (m.k === "lib" && library.isException(m.name)) return library.unpackException(m.name, i, count);
        return this.of(m);
      }),
    );
  }

  /** What `with x as y` gives to `y`. */
  entered(node: py.Expression, type: Type): Type {
    if (node.kind === "Call" && has(this.inf.facts.typeOf(node.func), "libfn")) {
      const callee = this.inf.facts.typeOf(node.func);
      if (callee.k === "libfn" && callee.name === "contextlib.closing") return type;
    }
    return union(
      members(type).map((m) => {
        if (m.k === "instance") {
          this.leave(m);
          return boundSpecial(m, "__enter__") ? this.invokeSpecial(m, "__enter__", []) : beyond(m);
        }
        if (m.k === "lib") return library.entered(m.name);
        // What a generator under `contextmanager` yields.
        if (m.k === "iter") return m.elem.type;
        return m.k === "poison" ? m : unknown;
      }),
    );
  }

  /** `__exit__` is given a class, the exception and a traceback, or None for each. */
  private leave(manager: Type): void {
    const raised = union([{ k: "libclass", name: "exceptions.BaseException" }, none]);
    this.invokeSpecial(manager, "__exit__", [raised, union([lib("exceptions.BaseException"), none]), unknown]);
  }
}

/** What a special method gives that the program's own classes do not have. */
export const beyond = (type: Type & { k: "instance" }): Type => (type.cls.isOpaque ? poison : unknown);
