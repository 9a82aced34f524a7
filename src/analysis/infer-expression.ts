import type { PySymbol } from "../program/scope.ts";
import type * as py from "../python/ast.ts";
import { soleHolder } from "../library/exception-classes.ts";
import { library } from "../library/index.ts";
import { namedItems } from "../library/named-tuples.ts";
import { sequenceElement } from "./element.ts";
import { classesHaving } from "./having.ts";
import { copy } from "./environment.ts";
import type { Inference } from "./infer.ts";
import { CallInference } from "./infer-call.ts";
import { constantKey, namesKeys } from "./constant-key.ts";
import { falsyPart, truthyPart } from "./narrow.ts";
import { binaryType } from "./operators.ts";
import {
  binaryMethod,
  boundSpecial,
  comparisonMethods,
  isIterableObject,
  operatorName,
  unaryMethods,
} from "./special-methods.ts";
import {
  asciiStr,
  bool,
  dictOf,
  filter,
  float,
  has,
  int,
  isInteger,
  iterOf,
  join,
  json,
  lib,
  listOf,
  long,
  members,
  mixedLong,
  never,
  none,
  only,
  poison,
  recordOf,
  setOf,
  str,
  type Type,
  tupleOf,
  unicode,
  union,
  unknown,
  unset,
  useAsText,
  without,
} from "./types.ts";

/** The type of each expression. */
export class ExpressionInference {
  private readonly inf: Inference;
  readonly calls: CallInference;

  constructor(inf: Inference) {
    this.inf = inf;
    this.calls = new CallInference(inf, this);
  }

  eval(node: py.Expression): Type {
    const type = this.inf.clock.at(node, () => this.infer(node));
    this.inf.facts.record(node, type);
    return type;
  }

  /** A use of a value as characters. */
  text(type: Type): Type {
    useAsText(type);
    return type;
  }

  private infer(node: py.Expression): Type {
    const { inf } = this;
    const { clock } = inf;
    switch (node.kind) {
      case "Name":
        return this.name(node);
      case "Num":
        return node.number.type === "int"
          ? node.number.value > MAX_NUMBER
            ? long
            : int
          : node.number.type === "long"
            ? mixedLong
            : node.number.type === "float"
              ? float
              : unknown;
      case "Str":
        if (node.type === "unicode" || inf.module.tree.futures.has("unicode_literals")) return unicode;
        // eslint-disable-next-line no-control-regex
        return /^[\x00-\x7f]*$/.test(node.value) ? asciiStr : str;
      case "JoinedStr":
        return unknown;
      case "BoolOp":
        return this.boolOp(node);
      case "UnaryOp": {
        if (node.op === "not") {
          this.eval(node.operand);
          return bool;
        }
        const operand = this.eval(node.operand);
        const own = this.invokeSpecial(operand, unaryMethods[node.op] ?? "", []);
        if (own.k !== "never") return own;
        return only(operand, "bool")
          ? int
          : filter(operand, (m) => ["int", "float", "long", "bool", "json", "poison"].includes(m.k));
      }
      case "BinOp": {
        const left = this.eval(node.left);
        const right = this.eval(node.right);
        this.hintOperands(node, left, right);
        const type = this.binary(node.op, left, right, node.right);
        return this.sized(node, has(type, "unicode") && this.formatsToStr(node) ? str : type);
      }
      case "Compare": {
        const types = [node.left, ...node.comparators].map((e) => this.eval(e));
        node.ops.forEach((op, i) => {
          const [left = never, right = never] = [types[i], types[i + 1]];
          if (op !== "is" && op !== "is not") {
            if (!only(without(right, "none"), "none", "never")) this.text(left);
            if (!only(without(left, "none"), "none", "never")) this.text(right);
          }
          this.compareObjects(op, left, right);
          const operand = i === 0 ? node.left : node.comparators[i - 1];
          const other = node.comparators[i];
          if (operand && other && op !== "in" && op !== "not in" && op !== "is" && op !== "is not") {
            if (left.k === "never") inf.hint(operand, without(right, "none"));
            if (right.k === "never") inf.hint(other, without(left, "none"));
          }
        });
        return bool;
      }
      case "IfExp": {
        let type: Type = never;
        inf.statements.branch(
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
          if (key) type.key.grow(this.text(this.eval(key)));
          const held = this.eval(value);
          if (type.shape && key?.kind === "Str") type.shape.grow(key.value, held);
          else type.value.grow(held);
        }
        return type;
      }
      case "List": {
        const type = listOf(clock, union(node.elts.map((e) => this.eval(e))));
        return type;
      }
      case "Set":
        return setOf(clock, union(node.elts.map((e) => this.text(this.eval(e)))));
      case "Tuple":
        return tupleOf(node.elts.map((e) => this.eval(e)));
      case "ListComp":
        return listOf(
          clock,
          this.comprehension(node.generators, () => this.eval(node.elt), true),
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
      case "Call":
        return this.calls.call(node);
      case "Attribute":
        return this.attribute(this.eval(node.value), node.attr, node.value);
      case "Subscript":
        return this.subscript(node);
      case "InvalidExpression":
        return unknown;
    }
  }

  private name(node: py.Name): Type {
    const { inf } = this;
    const symbol = inf.module.bindings.symbols.get(node);
    if (!symbol) return this.builtin(node);
    const followed = inf.isFollowed(symbol) || symbol.scope.isComprehension;
    const type = followed ? (inf.env?.get(symbol) ?? never) : inf.facts.variable(symbol).type;
    if (has(type, "unset")) inf.facts.unsetReads.add(node);
    const value = parameterSize(symbol, without(type, "unset"), inf.facts.variable(symbol).type);
    // A module may set what a built-in's name means only on some paths: then the built-in is meant on the others.
    const isBuiltin = value.k === "never" && symbol.scope.parent === null && library.hasBuiltin(node.id);
    if (isBuiltin && (has(type, "unset") || inf.facts.isSkipped(symbol))) {
      if (inf.facts.isSkipped(symbol)) inf.facts.unsetReads.delete(node);
      return this.builtin(node);
    }
    return value;
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
      const { onTrue, onFalse } = inf.statements.split(value);
      const type = inf.facts.typeOf(value);
      results.push(node.op === "and" ? falsyPart(type) : this.truthy(value));
      inf.env = node.op === "and" ? onTrue : onFalse;
    });
    inf.env = after;
    const [first] = node.values;
    if (first && results[0]?.k === "never") inf.hint(first, without(union(results), "none"));
    return union(results);
  }

  /** What an operand of `or` gives where it is true: of `a and b`, that is `b` alone. */
  private truthy(node: py.Expression): Type {
    const lastOfAnd = node.kind === "BoolOp" && node.op === "and" ? node.values.at(-1) : undefined;
    return truthyPart(this.inf.facts.typeOf(lastOfAnd ?? node));
  }

  /** A parameter without a caller, next to a known operand. */
  /** Whether a `str` format makes a `str` though it is given unicode: what `%r` shows is `str`, only `%s` passes unicode on. */
  private formatsToStr({ op, left, right }: py.BinOp): boolean {
    if (op !== "%" || left.kind !== "Str" || left.type === "unicode" || right.kind !== "Tuple") return false;
    const specs = [...left.value.matchAll(/%[-+ 0#]*\d*(?:\.\d+)?([a-zA-Z%])/g)].filter((m) => m[1] !== "%");
    if (left.value.includes("*") || specs.length !== right.elts.length) return false;
    return right.elts.every((elt, i) => specs[i]?.[1] === "r" || !has(this.inf.facts.typeOf(elt), "unicode"));
  }

  private hintOperands(node: py.BinOp, left: Type, right: Type): void {
    const { inf } = this;
    if (left.k === "never") {
      if (has(right, "str", "unicode") && node.op === "+") inf.hint(node.left, str);
      else if (has(right, "int", "float")) inf.hint(node.left, right);
    }
    if (right.k === "never") {
      if (has(left, "str", "unicode") && node.op === "+") inf.hint(node.right, str);
      else if (has(left, "int", "float")) inf.hint(node.right, left);
      else if (node.op === "%" && node.left.kind === "Str")
        inf.hint(node.right, /%[-+ 0#]*\d*(\.\d+)?[dixXoc]/.test(node.left.value) ? int : str);
    }
    if (node.op === "%" && node.left.kind === "Str" && node.right.kind === "Tuple") {
      const specs = [...node.left.value.matchAll(/%[-+ 0#]*[\d*]*(?:\.\d+)?([a-zA-Z%])/g)].filter((m) => m[1] !== "%");
      node.right.elts.forEach((elt, i) => {
        if (inf.facts.typeOf(elt).k !== "never") return;
        const spec = specs[i]?.[1] ?? "s";
        inf.hint(elt, /[dixXoc]/.test(spec) ? int : /[eEfFgG]/.test(spec) ? float : str);
      });
    }
  }

  /** A comparison tells the special methods what they are given. */
  private compareObjects(op: py.CompareOperator, left: Type, right: Type): void {
    if (op === "is" || op === "is not") return;
    if (op === "in" || op === "not in") {
      this.invokeSpecial(right, "__contains__", [left]);
      for (const m of members(right)) if (isIterableObject(m)) this.element(m);
      return;
    }
    const [own = "", reflected = ""] = comparisonMethods[op] ?? [];
    for (const name of [own, "__cmp__"]) this.invokeSpecial(left, name, [right]);
    for (const name of [reflected, "__cmp__"]) this.invokeSpecial(right, name, [left]);
  }

  binary(op: py.BinaryOperator, left: Type, right: Type, rightNode: py.Expression | null): Type {
    if (has(left, "instance") || has(right, "instance")) {
      const trueDivision = this.inf.module.tree.futures.has("division");
      return union(
        members(left).flatMap((l) =>
          members(right).map((r): Type => {
            const found = binaryMethod(op, l, r, trueDivision);
            if (found) return this.calls.invoke(found.method, [found.of === "left" ? r : l]);
            return l.k === "instance" || r.k === "instance" ? unknown : this.binary(op, l, r, rightNode);
          }),
        ),
      );
    }
    if (op === "%" && has(left, "str", "unicode")) {
      this.text(left);
      if (rightNode?.kind === "Tuple") for (const elt of rightNode.elts) this.text(this.inf.facts.typeOf(elt));
      else this.text(right);
      if (right.k === "dict" && !right.record) this.text(right.value.type);
      for (const [, held] of (right.k === "dict" && right.record?.fields) || []) this.text(held);
    } else if (op === "+" && (has(left, "str", "unicode") || has(right, "str", "unicode"))) {
      // Two bodies joined share their fate; with anything else they are text.
      const bodies = [...members(left), ...members(right)].flatMap((m) => (m.k === "str" ? [m.body] : [null]));
      if (bodies.some((b) => b === null)) {
        this.text(left);
        this.text(right);
      }
    }
    // An int to a power that is a literal stays one.
    if (op === "**" && isInteger(left) && rightNode?.kind === "Num" && isInteger(right)) return int;
    return binaryType(this.inf.clock, op, left, right, this.inf.module.tree.futures.has("division"));
  }

  augmented(node: py.AugAssign): Type {
    const { inf } = this;
    const left = this.eval(node.target);
    const right = this.eval(node.value);
    if (left.k === "list" && node.op === "+") {
      left.elem.grow(this.element(right, node.value));
      return left;
    }
    const inPlace = operatorName(node.op, this.inf.module.tree.futures.has("division"));
    const own = this.invokeSpecial(left, `__i${inPlace ?? ""}__`, [right]);
    if (own.k !== "never") return own;
    // A list that the operator makes is the place's: each round has the same.
    const made = inf.clock.at(node, () => this.binary(node.op, left, right, node.value));
    const type = this.sized(node, made);
    inf.facts.recordResult(node, type);
    return type;
  }

  /** The result of an operation on integers: of any size where it may leave the range of a number. */
  private sized(node: py.BinOp | py.AugAssign, type: Type): Type {
    const { large, fits } = this.inf.growth;
    if (large.has(node) && has(type, "int"))
      return node.op === "**" && only(type, "int", "float") ? long : join(long, without(type, "int"));
    return fits.has(node) && has(type, "long") ? join(int, without(type, "long")) : type;
  }

  /** What iterating a value yields. */
  element(type: Type, node: py.Expression | null = null): Type {
    if (node && type.k === "never") return never;
    return union(
      members(type).map((m) => {
        if (m.k === "instance") return this.elementOfInstance(m);
        if (m.k === "str") this.text(m);
        return sequenceElement(m, this.inf.clock);
      }),
    );
  }

  /** Going over an object calls its methods. */
  private elementOfInstance(type: Type & { k: "instance" }): Type {
    const iter = boundSpecial(type, "__iter__");
    const item = iter ? null : boundSpecial(type, "__getitem__");
    if (iter) for (const m of members(this.calls.invoke(iter, []))) this.invokeSpecial(m, "next", []);
    if (item) this.calls.invoke(item, [int]);
    return iter || item ? sequenceElement(type, this.inf.clock) : beyond(type);
  }

  /** The special method of each alternative that is an object of the program, called; never where none has it. */
  invokeSpecial(type: Type, name: string, args: readonly Type[]): Type {
    return union(
      members(type).map((m) => {
        const method = boundSpecial(m, name);
        return method ? this.calls.invoke(method, args) : never;
      }),
    );
  }

  /** Part `i` of a value unpacked into `count` targets. */
  unpacked(type: Type, i: number, count: number): Type {
    return union(
      members(type).map((m) => {
        const items = m.k === "tuple" ? m.items : namedItems(m);
        if (items) return items.length === count ? (items[i] ?? never) : never;
        if (m.k === "lib" && library.isException(m.name)) return library.unpackException(m.name, i);
        return this.element(m);
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

  decorated(decorator: py.Expression, type: Type): Type {
    const deco = this.eval(decorator);
    if (type.k !== "func") return poison;
    if (decorator.kind === "Name" && ["staticmethod", "classmethod", "property"].includes(decorator.id)) return type;
    if (decorator.kind === "Attribute" && decorator.attr === "setter") return type;
    return union(
      members(deco).map((m) => {
        if (m.k === "method" && m.name === "wraps") return type;
        // Its calls give what `with` takes: a generator.
        if (m.k === "libfn" && m.name === "contextlib.contextmanager") return type;
        if (m.k === "class") {
          const made: Type = { k: "instance", cls: m.cls };
          this.invokeSpecial(made, "__init__", [type]);
          return made;
        }
        if (m.k !== "func") return poison;
        const wrapper = this.calls.invoke(m, [type]);
        return union(members(wrapper).map((w) => (w.k === "func" && w.fn !== type.fn ? { ...w, wraps: type } : w)));
      }),
    );
  }

  private comprehension(generators: readonly py.Comprehension[], body: () => Type, leaks = false): Type {
    const { inf } = this;
    const before = copy(inf.env);
    for (const generator of generators) {
      const iterated = this.eval(generator.iter);
      const element = this.element(iterated, generator.iter);
      inf.facts.elements.set(generator.iter, element);
      inf.statements.assign(generator.target, element);
      for (const test of generator.ifs) {
        const { onTrue } = inf.statements.split(test);
        inf.env = onTrue ?? inf.env;
      }
    }
    const type = body();
    inf.env = before;
    if (leaks) this.leak(generators);
    return type;
  }

  /** Python 2 leaves a list comprehension's variables behind: an outer one of that name no longer holds what it did. */
  private leak(generators: readonly py.Comprehension[]): void {
    const { inf } = this;
    const names = generators.flatMap((g) => targetNames(g.target));
    for (const name of names) {
      const outer = inf.scope.symbols.get(name);
      if (outer && inf.env?.has(outer)) inf.env.set(outer, union([inf.env.get(outer) ?? unset, { k: "unknown" }]));
    }
  }

  attribute(receiver: Type, name: string, node: py.Expression | null = null): Type {
    const { inf } = this;
    if (receiver.k === "never") {
      if (node && textMethods.has(name)) inf.hint(node, str);
      else if (node) {
        const classes = classesHaving(inf.facts, name);
        inf.hint(node, union(classes.map((cls): Type => ({ k: "instance", cls }))));
      }
      return never;
    }
    return union(members(receiver).map((m) => this.attributeOf(m, name)));
  }

  private attributeOf(m: Type, name: string): Type {
    const { inf } = this;
    switch (m.k) {
      case "module": {
        if (!m.local) return library.member(m.name, name, inf.clock);
        const module = inf.program.byName.get(m.name);
        const symbol = module?.bindings.module.symbols.get(name);
        if (module && symbol) {
          if (module !== inf.module) inf.facts.take(module, name);
          return inf.facts.variable(symbol).type;
        }
        const submodule = inf.program.byName.get(`${m.name}.${name}`);
        return submodule ? { k: "module", name: submodule.input.module, local: true } : unknown;
      }
      case "instance": {
        const found = m.cls.findMethod(name);
        if (found) {
          const { method } = found;
          if (method.fn.binding === "property") return this.calls.invoke({ ...method, self: m }, []);
          return {
            ...method,
            self:
              method.fn.binding === "static" ? null : method.fn.binding === "class" ? { k: "class", cls: m.cls } : m,
          };
        }
        const cell = m.cls.findAttribute(name);
        if (cell) return cell.type;
        if (name === "__class__") return { k: "class", cls: m.cls };
        if (m.cls.isOpaque) return poison;
        const base = m.cls.libraryBase;
        // Not assigned yet in this round, or nowhere: then the translator says so.
        return base && library.memberEntry({ k: "lib", name: base }, name)
          ? library.attribute({ k: "lib", name: base, fields: m.cls.given }, name, inf.clock)
          : never;
      }
      case "class": {
        const found = m.cls.findMethod(name);
        if (found) return found.method.fn.binding === "class" ? { ...found.method, self: m } : found.method;
        const cell = m.cls.findAttribute(name);
        if (cell) return cell.type;
        if (name === "__name__") return asciiStr;
        return m.cls.isOpaque ? poison : never;
      }
      case "unknown": {
        // Whatever it is, it has the attribute, or Python raises AttributeError.
        const classes = classesHaving(inf.facts, name);
        if (classes.length === 0) return library.attribute(m, name, inf.clock);
        return union(classes.map((cls) => this.attributeOf({ k: "instance", cls }, name)));
      }
      case "func":
        return name === "__name__" || name === "__doc__" ? asciiStr : unknown;
      case "poison":
        return m;
      case "none":
        return never;
      case "lib": {
        if (name === "__class__") return { k: "libclass", name: m.name };
        const holder = soleHolder(m.name, name);
        return library.attribute(holder === null ? m : lib(holder), name, inf.clock);
      }
      case "libclass":
        return name === "__name__" ? asciiStr : library.attribute(m, name, inf.clock);
      default:
        return library.attribute(m, name, inf.clock);
    }
  }

  setAttribute(target: py.Attribute, type: Type, value: py.Expression | null = null): void {
    const receiver = this.eval(target.value);
    this.inf.facts.record(target, type);
    for (const m of members(receiver).flatMap((m) => this.holders(m, target.attr))) {
      if (m.k === "instance" || m.k === "class") {
        const cell = m.cls.attribute(target.attr);
        cell.grow(type);
        this.inf.link(cell, value);
      }
      if (m.k === "lib") m.fields?.grow(target.attr, type);
      else if (m.k === "module" && m.local) {
        const symbol = this.inf.program.byName.get(m.name)?.bindings.module.symbols.get(target.attr);
        if (symbol) this.inf.setFromOutside(symbol, type);
      }
    }
  }

  /** What an attribute may be stored in: of an unknown object, the classes of the program that have it. */
  private holders(type: Type, name: string): readonly Type[] {
    if (type.k !== "unknown") return [type];
    return classesHaving(this.inf.facts, name).map((cls): Type => ({ k: "instance", cls }));
  }

  setItem(target: py.Subscript, type: Type): void {
    const receiver = this.eval(target.value);
    const key = this.slice(target.slice);
    this.inf.facts.record(target, type);
    for (const m of members(receiver)) {
      if (m.k === "list") m.elem.grow(target.slice.type === "slice" ? this.element(type) : type);
      else if (m.k === "dict") {
        m.key.grow(this.text(key));
        const name = keyName(target.slice);
        if (m.shape && name !== null) m.shape.grow(name, type);
        else m.value.grow(type);
      } else if (m.k === "instance") {
        const setter = m.cls.findMethod("__setitem__");
        if (setter) this.calls.invoke({ ...setter.method, self: m }, [key, type]);
      }
    }
  }

  slice(slice: py.Slice): Type {
    if (slice.type === "index") return this.eval(slice.value);
    if (slice.type === "slice") for (const e of [slice.lower, slice.upper, slice.step]) if (e) this.eval(e);
    if (slice.type === "extended") slice.dims.forEach((d) => this.slice(d));
    return never;
  }

  private subscript(node: py.Subscript): Type {
    const receiver = this.eval(node.value);
    const key = this.slice(node.slice);
    return union(
      members(receiver).map((m): Type => {
        if (node.slice.type === "slice") {
          const items = m.k === "tuple" ? m.items : namedItems(m);
          if (items) return tupleSlice(items, node.slice);
          if (m.k === "str" || m.k === "unicode") {
            return m.k === "str" ? { ...m, body: m.body } : m;
          }
          if (m.k === "sequence") return m;
          return m.k === "list"
            ? listOf(this.inf.clock, m.elem.type)
            : m.k === "json"
              ? json
              : m.k === "poison"
                ? m
                : unknown;
        }
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
            this.text(key);
            if (key.k === "never" && node.slice.type === "index") this.inf.hint(node.slice.value, m.key.type);
            // A defaultdict gets its keys by being read.
            else if (m.key.type.k === "never") m.key.grow(key);
            return m.record && keyName(node.slice) !== null ? m.record.field(keyName(node.slice) ?? "") : m.value.type;
          case "str":
          case "unicode":
            this.text(m);
            return m;
          case "json":
          case "poison":
            return m;
          case "instance": {
            const getter = m.cls.findMethod("__getitem__");
            return getter ? this.calls.invoke({ ...getter.method, self: m }, [key]) : beyond(m);
          }
          case "lib": {
            if (library.isException(m.name) && node.slice.type === "index") {
              const i = constantIndex(node.slice.value);
              return i === null ? unknown : library.unpackException(m.name, i);
            }
            const getter = library.attribute(m, "__getitem__", this.inf.clock);
            return getter.k === "method" ? this.calls.invokeLibrary(getter, [key]) : unknown;
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

/** The largest integer that a number holds exactly, with all below it. */
const MAX_NUMBER = BigInt(Number.MAX_SAFE_INTEGER);

/** What a special method gives that the program's own classes do not have. */
const beyond = (type: Type & { k: "instance" }): Type => (type.cls.isOpaque ? poison : unknown);

/** Method names that only text has. */
const textMethods: ReadonlySet<string> = new Set(
  (
    "strip lstrip rstrip split rsplit splitlines replace startswith endswith lower upper find rfind join encode decode title capitalize " +
    "isdigit isalpha isalnum isspace zfill center ljust rjust partition rpartition format"
  ).split(" "),
);

/** The names a target binds. */
export function targetNames(target: py.Expression): readonly string[] {
  if (target.kind === "Name") return [target.id];
  if (target.kind === "Tuple" || target.kind === "List") return target.elts.flatMap(targetNames);
  return [];
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

/** A parameter that is given a large integer later is declared as one: TypeScript does not know that it is small before. */
const parameterSize = (symbol: PySymbol, now: Type, ever: Type): Type =>
  symbol.isParameter && now.k === "int" ? (members(ever).find((m) => m.k === "long") ?? now) : now;
