import { builtinNamed } from "../program/builtin-name.ts";
import type * as py from "../python/ast.ts";
import { isAsciiText, utf8 } from "../python/utf8.ts";
import type { Occurrence, Place, PySymbol } from "../program/scope.ts";
import { library } from "../library/index.ts";
import type { FunctionInfo } from "./entities.ts";
import { copy, type Environment } from "./environment.ts";
import type { Inference } from "./infer.ts";
import { shownOrder } from "./shown-order.ts";
import { CallInference } from "./infer-call.ts";
import { namesKeys } from "./constant-key.ts";
import { falsyPart, truthyPart } from "./narrow.ts";
import {
  asciiStr,
  dictOf,
  iterOf,
  listOf,
  never,
  none,
  poison,
  recordOf,
  setOf,
  str,
  type FuncType,
  type Type,
  tupleOf,
  unicode,
  unknown,
  unset,
  long,
  int,
  mixedLong,
  float,
} from "./types.ts";
import { OperatorInference } from "./infer-operator.ts";
import { AttributeInference } from "./infer-attribute.ts";
import { SubscriptInference } from "./infer-subscript.ts";
import { ElementInference } from "./infer-element.ts";
import { has, without, asText } from "./kinds.ts";
import { join, members, union } from "./join.ts";

/** The type of each expression. */
export class ExpressionInference {
  private readonly inf: Inference;
  readonly calls: CallInference;
  readonly operators: OperatorInference;
  readonly attributes: AttributeInference;
  readonly subscripts: SubscriptInference;
  readonly elements: ElementInference;

  constructor(inf: Inference) {
    this.inf = inf;
    this.calls = new CallInference(inf, this);
    this.operators = new OperatorInference(inf, this);
    this.attributes = new AttributeInference(inf, this);
    this.subscripts = new SubscriptInference(inf, this);
    this.elements = new ElementInference(inf, this);
  }

  eval(node: py.Expression): Type {
    const type = this.inf.clock.at(node, () => this.infer(node));
    this.inf.facts.record(node, type);
    return type;
  }

  private infer(node: py.Expression): Type {
    const { inf } = this;
    const { clock } = inf;
    switch (node.kind) {
      case "Name":
        return this.name(node);
      case "Num":
        return typeOfNumber(node.number);
      case "Str":
        if (node.type === "unicode" || inf.module.tree.futures.has("unicode_literals")) return unicode;
        if (isAsciiText(node.value)) return asciiStr;
        if (utf8(node.value) !== null) return str;
        return inf.clock.at(node, () => ({ k: "str", ascii: false, body: inf.clock.body() }));
      case "JoinedStr":
        return unknown;
      case "BoolOp":
        return this.boolOp(node);
      case "UnaryOp":
        return this.operators.unary(node);
      case "BinOp":
        return this.operators.binOp(node);
      case "Compare":
        return this.operators.compare(node);
      case "IfExp": {
        let type: Type = never;
        inf.flow.branch(
          node.test,
          () => (type = join(type, this.eval(node.body))),
          () => (type = join(type, this.eval(node.orelse))),
        );
        return type;
      }
      case "Lambda":
        for (const p of node.params.positional) if (p.default) this.eval(p.default);
        return inf.functionType(node) ?? unknown;
      case "Dict": {
        const type = namesKeys(node) ? recordOf(clock) : dictOf(clock);
        for (const { key, value } of node.items) {
          if (key) type.key.grow(asText(this.eval(key)));
          const held = this.eval(value);
          if (type.shape && key?.kind === "Str") type.shape.grow(key.value, held);
          else type.value.grow(held);
        }
        return type;
      }
      case "List":
        return listOf(clock, union(node.elts.map((e) => this.eval(e))));
      case "Set":
        return setOf(clock, union(node.elts.map((e) => asText(this.eval(e)))));
      case "Tuple":
        return tupleOf(node.elts.map((e) => this.eval(e)));
      case "ListComp":
        if (shownOrder(node, this.inf.module.bindings, (e) => this.eval(e))) return listOf(clock, asciiStr);
        return listOf(
          clock,
          this.comprehension(node.generators, () => this.eval(node.elt)),
        );
      case "SetComp":
        return setOf(
          clock,
          this.comprehension(node.generators, () => this.eval(node.elt)),
        );
      case "GeneratorExp":
        return iterOf(
          clock,
          this.comprehension(node.generators, () => this.eval(node.elt)),
        );
      case "DictComp": {
        const type = dictOf(clock);
        this.comprehension(node.generators, () => {
          type.key.grow(this.eval(node.key));
          type.value.grow(this.eval(node.value));
          return never;
        });
        return type;
      }
      case "Yield": {
        const type = node.value ? this.eval(node.value) : none;
        inf.fn?.yields.grow(type);
        return inf.fn ? union([none, inf.fn.sent.type]) : none;
      }
      case "Await":
        this.eval(node.value);
        return unknown;
      case "Starred":
        this.eval(node.value);
        return unknown;
      case "Repr":
        return without(this.eval(node.value)).k === "never" ? never : asciiStr;
      case "Call": {
        const spelled = this.inf.module.bindings.spelledOut.get(node);
        return spelled ? this.eval(spelled) : this.calls.call(node);
      }
      case "Attribute":
        return (
          this.calls.supers.attribute(node) ??
          inf.sure.narrow(node, this.attributes.get(this.eval(node.value), node.attr, node.value), inf.module)
        );
      case "Subscript":
        return this.subscripts.get(node);
      case "InvalidExpression":
        return unknown;
    }
  }

  private name(node: py.Name): Type {
    const { inf } = this;
    const symbol = inf.module.bindings.symbols.get(node);
    if (!symbol) return node.id === "__doc__" && hasAsciiDoc(inf.module.tree) ? asciiStr : this.builtin(node);
    const ever = inf.facts.variable(symbol).type;
    const followed = inf.isFollowed(symbol) || symbol.scope.isComprehension;
    const now = followed ? (inf.env?.get(symbol) ?? never) : ever;
    const type = this.isReadLater(node, symbol) ? union([now, ever]) : now;
    if (has(type, "unset") || this.isSetByOthers(symbol)) inf.facts.unsetReads.add(node);
    const value = parameterSize(symbol, without(type, "unset"), ever);
    // A module may set what a built-in's name means only on some paths: then the built-in is meant on the others.
    const isBuiltin = value.k === "never" && symbol.scope.parent === null && library.hasBuiltin(node.id);
    if (isBuiltin && (has(type, "unset") || inf.facts.isSkipped(symbol))) {
      if (inf.facts.isSkipped(symbol)) inf.facts.unsetReads.delete(node);
      return this.builtin(node);
    }
    return value;
  }

  /** A variable of the module that is read there, which so far only functions may have set, if somebody has called them. */
  private isSetByOthers(symbol: PySymbol): boolean {
    const { inf } = this;
    if (!symbol.writtenElsewhere || symbol.scope !== inf.scope || symbol.scope.parent !== null) return false;
    return has(inf.env?.get(symbol) ?? never, "unset");
  }

  /** By the time that a generator expression comes to the name, the variable may have been given another value. */
  private isReadLater(node: py.Name, symbol: PySymbol): boolean {
    const scope = this.inf.module.bindings.scopeOf.get(node);
    return (
      scope?.runsLaterThan(symbol.scope) === true &&
      symbol.writes.some((write) => write.node.start > node.start || isInLoop(write))
    );
  }

  private builtin(node: py.Name): Type {
    const { inf } = this;
    for (let scope = inf.module.bindings.scopeOf.get(node) ?? null; scope; scope = scope.parent) {
      for (const star of scope.starImports) {
        const { type } = inf.memberOfModule(star.module, star.level, node.id);
        if (type.k !== "unknown" && type.k !== "poison") return type;
      }
    }
    return library.builtin(node.id, inf.clock);
  }

  private boolOp(node: py.BoolOp): Type {
    const { inf } = this;
    const results: Type[] = [];
    const after = copy(inf.env);
    const last = node.values.length - 1;
    node.values.forEach((value, i) => {
      if (!inf.env) return;
      if (i === last) {
        results.push(this.eval(value));
        return;
      }
      const { onTrue, onFalse } = inf.flow.split(value);
      const type = inf.facts.typeOf(value);
      results.push(node.op === "and" ? falsyPart(type) : this.truthy(value));
      inf.env = node.op === "and" ? onTrue : onFalse;
    });
    inf.env = after;
    const [first] = node.values;
    if (first && results[0]?.k === "never") inf.parameters.hint(first, without(union(results), "none"));
    return union(results);
  }

  /** What an operand of `or` gives where it is true: of `a and b`, that is `b` alone. */
  private truthy(node: py.Expression): Type {
    const lastOfAnd = node.kind === "BoolOp" && node.op === "and" ? node.values.at(-1) : undefined;
    return truthyPart(this.inf.facts.typeOf(lastOfAnd ?? node));
  }

  decorated(decorator: py.Expression, type: Type): Type {
    const deco = this.eval(decorator);
    if (type.k !== "func") return poison;
    const { bindings } = this.inf.module;
    if (["staticmethod", "classmethod"].includes(builtinNamed(bindings, decorator) ?? "")) return type;
    const property = this.propertyFrom(decorator, type);
    if (property) return property;
    return union(
      members(deco).map((m) => {
        if (m.k === "method" && m.name === "wraps") return type;
        // Its calls give what `with` takes: a generator.
        if (m.k === "libfn" && m.name === "contextlib.contextmanager") return type;
        if (m.k === "class") {
          const made: Type = { k: "instance", cls: m.cls };
          this.elements.invokeSpecial(made, "__init__", [type]);
          return made;
        }
        if (m.k !== "func" && !(m.k === "instance" && m.cls.findMethod("__call__"))) return poison;
        const wrapper = this.calls.invoke(m, [type]);
        // One without `*args` is a function of its own, called by its own parameters.
        const isWrapper = (fn: FunctionInfo): boolean => fn !== type.fn && fn.node.params.vararg !== null;
        return union(members(wrapper).map((w) => (w.k === "func" && isWrapper(w.fn) ? { ...w, wraps: type } : w)));
      }),
    );
  }

  /** `@property`, and `@x.setter` and its like of a property `x`. */
  private propertyFrom(decorator: py.Expression, fn: FuncType): Type | null {
    if (builtinNamed(this.inf.module.bindings, decorator) === "property")
      return { k: "property", getter: fn, setter: null, deleter: null };
    if (decorator.kind !== "Attribute") return null;
    const property = this.inf.facts.typeOf(decorator.value);
    if (property.k !== "property" || !["getter", "setter", "deleter"].includes(decorator.attr)) return null;
    return { ...property, [decorator.attr]: fn };
  }

  private comprehension(generators: readonly py.Comprehension[], body: () => Type): Type {
    const { inf } = this;
    let before = copy(inf.env);
    for (const [i, generator] of generators.entries()) {
      const iterated = this.eval(generator.iter);
      // What is gone through first is read once, before the loop.
      if (i === 0) before = copy(inf.env);
      const element = this.elements.of(iterated, generator.iter);
      inf.facts.elements.set(generator.iter, element);
      inf.targets.assign(generator.target, element);
      for (const test of generator.ifs) {
        const { onTrue } = inf.flow.split(test);
        inf.env = onTrue ?? inf.env;
      }
    }
    const type = body();
    const inside = inf.env;
    inf.env = before;
    this.leave(inside);
    return type;
  }

  /** What list comprehensions leave in variables of the scope around, those inside of another too; it may be nothing. */
  private leave(inside: Environment): void {
    const { inf } = this;
    for (const [left, given] of inside ?? []) {
      const held = inf.env?.get(left);
      if (left.scope === inf.scope && given !== held) inf.env?.set(left, union([held ?? unset, given]));
    }
  }
}

/** The variable may be given another value there in a later round. */
function isInLoop({ place }: Occurrence): boolean {
  for (let at: Place | null = place; at && at.scope === place.scope; at = at.parent) if (at.loop) return true;
  return false;
}

function typeOfNumber(number: py.Num["number"]): Type {
  switch (number.type) {
    case "int":
      return number.value > MAX_NUMBER ? long : int;
    case "long":
      return mixedLong;
    case "float":
      return float;
    case "imag":
      return unknown;
  }
}

/** The largest integer that a number holds exactly, with all below it. */
const MAX_NUMBER = BigInt(Number.MAX_SAFE_INTEGER);

/** A parameter that is given a large integer later is declared as one: TypeScript does not know that it is small before. */
const parameterSize = (symbol: PySymbol, now: Type, ever: Type): Type =>
  symbol.isParameter && now.k === "int" ? (members(ever).find((m) => m.k === "long") ?? now) : now;

const hasAsciiDoc = ({ body: [first], futures }: py.Module): boolean =>
  first?.kind === "Expr" &&
  first.value.kind === "Str" &&
  first.value.type !== "unicode" &&
  !futures.has("unicode_literals") &&
  isAsciiText(first.value.value);
