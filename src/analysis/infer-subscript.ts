import type * as py from "../python/ast.ts";
import { library } from "../library/index.ts";
import { namedItems } from "../library/named-tuples.ts";
import type { Inference } from "./infer.ts";
import { partly } from "./built-in-part.ts";
import { constantKey } from "./constant-key.ts";
import { askedForSlice, isOnlySlice, maySlice, slice, sliceArguments, sliceMethod } from "./slices.ts";
import { listOf, never, sequenceOf, type Type, tupleOf, unknown } from "./types.ts";
import { beyond } from "./infer-element.ts";
import type { ExpressionInference } from "./infer-expression.ts";
import { members, union } from "./join.ts";
import { asText, has } from "./kinds.ts";

/** The type of `x[i]` and of slices, and what a program puts there. */
export class SubscriptInference {
  private readonly inf: Inference;
  private readonly expressions: ExpressionInference;

  constructor(inf: Inference, expressions: ExpressionInference) {
    this.inf = inf;
    this.expressions = expressions;
  }

  set(target: py.Subscript, type: Type): void {
    const receiver = this.expressions.eval(target.value);
    const key = this.slice(target.slice);
    this.inf.facts.record(target, type);
    for (const m of members(
      partly(receiver, target.slice.type === "slice" ? askedForSlice(target.slice, "set") : "__setitem__"),
    )) {
      if (m.k === "list") {
        const isSlice = target.slice.type === "slice";
        if (isSlice || maySlice(key)) m.elem.grow(this.expressions.elements.of(type));
        if (!isSlice && !isOnlySlice(key)) m.elem.grow(type);
      } else if (m.k === "dict") {
        m.key.grow(asText(key));
        const name = keyName(target.slice);
        if (m.shape && name !== null) m.shape.grow(name, type);
        else m.value.grow(type);
      } else if (m.k === "instance") {
        const part = target.slice.type === "slice" ? sliceMethod(m.cls, target.slice, "set") : null;
        const setter = m.cls.findMethod("__setitem__");
        if (part) this.expressions.calls.invoke({ ...part.method, self: m }, [...sliceArguments(part), type]);
        else if (setter) this.expressions.calls.invoke({ ...setter.method, self: m }, [key, type]);
      } else if (m.k === "json") {
        this.inf.facts.storeInJson(type);
        this.inf.facts.storesKeysInJson ||= has(key, "str");
      }
    }
  }

  /** A class that derives from dict says what a key that is not there stands for. */
  private missing(receiver: Type, key: Type): void {
    for (const m of members(receiver)) {
      if (m.k !== "instance" || m.cls.part?.k !== "dict") continue;
      const method = m.cls.findMethod("__missing__")?.method;
      if (method) m.cls.part.value.grow(this.expressions.calls.invoke({ ...method, self: m }, [key]));
    }
  }

  /** What is taken of a container by what may be a slice. */
  private byKey(container: Type, key: Type): Type {
    if (container.k === "str") return container;
    const item = this.expressions.elements.of(container);
    const part = container.k === "list" ? listOf(this.inf.clock, item) : sequenceOf(this.inf.clock, item);
    return isOnlySlice(key) ? part : union([item, part]);
  }

  /** What `return self.items[key]` gives for a slice, and for an index; null for anything else. */
  split(node: py.Expression, key: string | null): { readonly slice: Type; readonly item: Type } | null {
    if (node.kind !== "Subscript" || node.slice.type !== "index" || node.slice.value.kind !== "Name") return null;
    const of = members(this.inf.facts.typeOf(node.value));
    if (node.slice.value.id !== key || !of.every((m) => ["list", "sequence", "tuple", "str"].includes(m.k)))
      return null;
    const item = union(of.map((m) => (m.k === "str" ? m : this.expressions.elements.of(m))));
    return { slice: this.inf.clock.at(node, () => union(of.map((m) => this.byKey(m, slice)))), item };
  }

  slice(slice: py.Slice): Type {
    if (slice.type === "index") return this.expressions.eval(slice.value);
    if (slice.type === "slice") for (const e of [slice.lower, slice.upper, slice.step]) if (e) this.expressions.eval(e);
    if (slice.type === "extended") slice.dims.forEach((d) => this.slice(d));
    return never;
  }

  get(node: py.Subscript): Type {
    const receiver = this.expressions.eval(node.value);
    const key = this.slice(node.slice);
    if (node.slice.type !== "slice") this.missing(receiver, key);
    const own = node.slice.type === "slice" ? askedForSlice(node.slice, "get") : "__getitem__";
    return union(
      members(partly(receiver, own)).map((m): Type => {
        if (node.slice.type === "slice") {
          const items = m.k === "tuple" ? m.items : namedItems(m);
          if (items) return tupleSlice(items, node.slice);
          if (["str", "unicode", "sequence", "json", "poison"].includes(m.k)) return m;
          if (m.k === "list") return listOf(this.inf.clock, m.elem.type);
          const own = m.k === "instance" ? sliceMethod(m.cls, node.slice, "get") : null;
          if (own) return this.expressions.calls.invoke({ ...own.method, self: m }, sliceArguments(own));
          // A slice of None raises a TypeError.
          return m.k === "none" ? never : unknown;
        }
        if (maySlice(key) && ["list", "sequence", "tuple", "str"].includes(m.k)) return this.byKey(m, key);
        switch (m.k) {
          case "list":
          case "sequence":
            return m.elem.type;
          case "tuple": {
            const constant = node.slice.type === "index" ? constantIndex(node.slice.value) : null;
            if (constant !== null) return m.items[constant < 0 ? constant + m.items.length : constant] ?? never;
            return union(m.items);
          }
          case "dict":
            asText(key);
            if (key.k === "never" && node.slice.type === "index")
              this.inf.parameters.hint(node.slice.value, m.key.type);
            // A defaultdict gets its keys by being read.
            else if (m.key.type.k === "never") m.key.grow(key);
            return m.record && keyName(node.slice) !== null ? m.record.field(keyName(node.slice) ?? "") : m.value.type;
          case "str":
          case "unicode":
            asText(m);
            return m;
          case "json":
          case "poison":
            return m;
          case "instance": {
            const getter = m.cls.findMethod("__getitem__");
            return getter ? this.expressions.calls.invoke({ ...getter.method, self: m }, [key]) : beyond(m);
          }
          case "lib": {
            if (library.isException(m.name) && node.slice.type === "index") {
              const i = constantIndex(node.slice.value);
              return i === null ? unknown : library.unpackException(m.name, i);
            }
            const getter = library.attribute(m, "__getitem__", this.inf.clock);
            return getter.k === "method" ? this.expressions.calls.ofLibrary.invoke(getter, [key]) : unknown;
          }
          case "unknown":
            return unknown;
          default:
            return never;
        }
      }),
    );
  }
}

/** The value of an index written as an integer literal, negative ones too. */
export function constantIndex(node: py.Expression): number | null {
  if (node.kind === "Num" && node.number.type === "int") return Number(node.number.value);
  if (node.kind === "UnaryOp" && node.op === "-") {
    const inner = constantIndex(node.operand);
    return inner === null ? null : -inner;
  }
  return null;
}

function tupleSlice(items: readonly Type[], slice: py.Slice & { type: "slice" }): Type {
  const lower = slice.lower ? constantIndex(slice.lower) : 0;
  const upper = slice.upper ? constantIndex(slice.upper) : items.length;
  if (slice.step || lower === null || upper === null) return unknown;
  return tupleOf(items.slice(lower, upper));
}

/** The key that a subscript names; null where it is made, or is one that a TypeScript object would not keep in its place. */
const keyName = (slice: py.Slice): string | null => (slice.type === "index" ? constantKey(slice.value) : null);
