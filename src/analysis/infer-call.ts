import type * as py from "../python/ast.ts";
import type { FunctionEntry } from "../library/entry.ts";
import { holders } from "../library/exception-classes.ts";
import { library } from "../library/index.ts";
import { keywordsOf } from "./attribute-names.ts";
import { NamedAttributeInference } from "./infer-named.ts";
import { bindCall, impliedType, parseSignature, positionalCall, spreads } from "../library/signature.ts";
import type { FunctionInfo } from "./entities.ts";
import { isException, isExceptionClass } from "./exception-type.ts";
import type { ExpressionInference } from "./infer-expression.ts";
import { everyHas } from "./class-support.ts";
import { isNamedDirectly } from "./held-calls.ts";
import type { Inference } from "./infer.ts";
import { fieldArguments } from "./named-tuple.ts";
import { passesSelf, SuperInference } from "./infer-super.ts";
import { plainKinds } from "./plain-kinds.ts";
import { pythonKind } from "./python-kinds.ts";
import { unaryMethods } from "./special-methods.ts";
import { generatorsOf } from "./iterations.ts";
import {
  bool,
  innermost,
  int,
  str,
  type FuncType,
  sequenceOf,
  lib,
  never,
  poison,
  none,
  type Type,
  unknown,
} from "./types.ts";
import { has, asData, asText } from "./kinds.ts";
import { members, union } from "./join.ts";

/** What calls give, and what they teach about the callee. */
export class CallInference {
  private readonly inf: Inference;
  private readonly expressions: ExpressionInference;
  readonly supers: SuperInference;
  readonly named: NamedAttributeInference;

  constructor(inf: Inference, expressions: ExpressionInference) {
    this.inf = inf;
    this.expressions = expressions;
    this.supers = new SuperInference(inf, expressions);
    this.named = new NamedAttributeInference(inf, expressions);
  }

  call(node: py.Call): Type {
    const { inf } = this;
    this.named.noteCallee(node.func);
    const superCall = this.supers.method(node);
    const callee = superCall ?? this.expressions.eval(node.func);
    for (const arg of node.args) this.expressions.eval(arg);
    for (const keyword of node.keywords) this.expressions.eval(keyword.value);
    if (node.starargs) this.expressions.eval(node.starargs);
    if (node.kwargs) this.expressions.eval(node.kwargs);
    this.named.update(node);
    const special = this.named.ofObject(node) ?? this.specialCall(node);
    if (special) return special;
    if (members(callee).some(makesError)) inf.facts.noteErrorOf(node.args.map((arg) => inf.facts.typeOf(arg)));
    if (callee.k === "never" && node.func.kind === "Name" && inf.module.bindings.symbols.get(node.func)?.isParameter) {
      // A callable parameter without a caller: nothing is known of what it gives.
      return never;
    }
    // `Base.method(self, …)` of the library: what follows `self` is what the method takes.
    const named = superCall?.k === "method" && node.func.kind === "Attribute" && node.func.value.kind !== "Call";
    const made = named ? { ...node, args: node.args.slice(1) } : node;
    const isHeld = !isNamedDirectly(node.func, inf.facts, inf.module);
    return union(
      members(callee).map((m) => {
        const type = this.callOne(made, m);
        if (isHeld) this.noteHeld(node, m, type);
        return type;
      }),
    );
  }

  /** The callee is the value of something, a library function perhaps. */
  private noteHeld(node: py.Call, callee: Type, result: Type): void {
    const isPlain = node.keywords.length === 0 && !node.starargs && !node.kwargs;
    const args = isPlain ? node.args.map((arg) => this.inf.facts.typeOf(arg)) : null;
    this.inf.facts.held.note(callee, args, result);
  }

  /** Built-ins that ask about a value rather than use it. */
  private specialCall(node: py.Call): Type | null {
    const { func } = node;
    if (func.kind !== "Name" || this.inf.module.bindings.symbols.get(func)) return null;
    const asked = this.named.call(node, func.id);
    if (asked) return asked;
    if (func.id === "isinstance" || func.id === "hasattr" || func.id === "callable" || func.id === "issubclass")
      return bool;
    const [subject, name, fallback] = node.args;
    const own = unaryMethods[func.id];
    if (own && subject && everyHas(this.inf.facts.typeOf(subject), own))
      return this.expressions.elements.invokeSpecial(this.inf.facts.typeOf(subject), own, []);
    const asking = own && subject ? this.inf.facts.typeOf(subject) : null;
    if (own && asking?.k === "lib" && library.memberEntry(asking, own))
      return library.operator(asking, own, never, this.inf.clock);
    if (func.id === "property") return this.property(node);
    if (func.id === "type" && subject && node.args.length === 1) {
      const subjectType = this.inf.facts.typeOf(subject);
      if (members(subjectType).length > 0 && members(subjectType).every(isBuiltinKind)) return lib("type");
      return union(
        members(this.inf.facts.typeOf(subject)).map((m) =>
          m.k === "instance" ? { k: "class", cls: m.cls } : m.k === "lib" ? { k: "libclass", name: m.name } : unknown,
        ),
      );
    }
    if (func.id === "getattr" && subject && name?.kind === "Str") {
      const held = members(this.inf.facts.typeOf(subject)).flatMap((m): Type[] =>
        m.k === "lib" && library.isException(m.name) ? holders(m.name, name.value).map(lib) : [m],
      );
      const type = union(held.map((m) => this.expressions.attributes.get(m, name.value)));
      return fallback ? union([type, this.inf.facts.typeOf(fallback)]) : type;
    }
    return null;
  }

  /** `property(get, set, delete, doc)`. */
  private property(node: py.Call): Type {
    const given = (at: number, name: string): FuncType | null | undefined => {
      const arg = node.args[at] ?? node.keywords.find((k) => k.name === name)?.value;
      if (!arg || (arg.kind === "Name" && arg.id === "None")) return null;
      const type = this.inf.facts.typeOf(arg);
      return type.k === "func" ? type : undefined;
    };
    const [getter, setter, deleter] = [given(0, "fget"), given(1, "fset"), given(2, "fdel")];
    if (getter === undefined || setter === undefined || deleter === undefined) return poison;
    return { k: "property", getter, setter, deleter };
  }

  private callOne(node: py.Call, callee: Type): Type {
    const { inf } = this;
    switch (callee.k) {
      case "func":
        return this.userCall(node, callee);
      case "class": {
        const self: Type = { k: "instance", cls: callee.cls };
        const init = callee.cls.findMethod("__init__");
        if (init) this.userCall(node, { ...init.method, self });
        else {
          const made = library.classEntry(callee.cls.libraryBase ?? "")?.constructor;
          if (made) this.libraryCall(node, made, never);
        }
        return self;
      }
      case "instance": {
        const called = callee.cls.findMethod("__call__");
        if (called) return this.userCall(node, { ...called.method, self: callee });
        return callee.cls.isOpaque ? poison : unknown;
      }
      case "namedtuple": {
        const given = fieldArguments(callee.of, node);
        const elem = node.starargs ? this.expressions.elements.of(inf.facts.typeOf(node.starargs)) : never;
        callee.of.cells.forEach((cell, i) => {
          const arg = given ? given[i] : node.args[i];
          cell.grow(arg ? inf.facts.typeOf(arg) : elem);
        });
        return given || node.starargs ? callee.of.instance : poison;
      }
      case "libfn":
      case "libclass": {
        const entry = library.callable(callee);
        if (!entry) return poison;
        const made = inf.facts.namedTuples.get(node);
        if (made && callee.name === "collections.namedtuple") return { k: "namedtuple", of: made };
        const type = this.libraryCall(node, entry, never);
        return callee.k === "libclass" && type.k === "never" ? library.instance(callee.name) : type;
      }
      case "method": {
        const entry = library.callable(callee);
        if (callee.receiver.k === "json" && callee.name === "append")
          for (const arg of node.args) inf.facts.storeInJson(inf.facts.typeOf(arg));
        return entry ? this.libraryCall(node, entry, callee.receiver) : poison;
      }
      case "poison":
        return callee;
      case "none":
      case "unset":
        return never;
      default:
        // A value that cannot be called raises: what else may be meant is known all the same.
        if (plainKinds.has(callee.k)) return never;
        inf.facts.callees.delete(node);
        return unknown;
    }
  }

  private libraryCall(node: py.Call, entry: FunctionEntry, receiver: Type): Type {
    const { inf } = this;
    const bound = bindCall(entry.params, node);
    if (!bound.ok) return spreads(entry, node) && typeof entry.result !== "function" ? entry.result : poison;
    // A method of text works on characters.
    asText(receiver);
    const parameters = parseSignature(entry.params);
    for (const parameter of parameters) {
      if (parameter.variadic && parameter.accepts.includes("text"))
        for (const one of bound.rest) asText(inf.facts.typeOf(one));
      const arg = bound.args.get(parameter.name);
      if (!arg) continue;
      const type = inf.facts.typeOf(arg);
      if (type.k === "never") inf.hint(arg, impliedType(parameter));
      if (parameter.accepts.includes("address") && arg.kind === "Tuple") {
        const [host, port] = arg.elts;
        if (host && inf.facts.typeOf(host).k === "never") inf.hint(host, str);
        if (port && inf.facts.typeOf(port).k === "never") inf.hint(port, int);
      }
      // Only `data` and `bytes` leave open whether a body is text; an argument of any type is kept as it is.
      if (parameter.accepts.includes("text")) asText(type);
      else if (parameter.accepts.some((kind) => kind === "data" || kind === "bytes")) asData(type);
    }
    const { facts, clock } = inf;
    if (typeof entry.result !== "function") return entry.result;
    return entry.result({
      clock,
      receiver,
      has: (name) => bound.args.has(name),
      node: (name) => bound.args.get(name) ?? null,
      type: (name) => {
        const arg = bound.args.get(name);
        return arg ? facts.typeOf(arg) : never;
      },
      names: () => [...bound.args.keys()],
      restNodes: () => bound.rest,
      starNode: () => bound.star,
      starType: () => bound.star && facts.typeOf(bound.star),
      kwargsNode: () => bound.kwargs,
      kwargsType: () => bound.kwargs && facts.typeOf(bound.kwargs),
      rest: () => bound.rest.map((e) => facts.typeOf(e)),
      callResult: (callee, args, keywords) => this.invoke(callee, args, keywords),
      store: (cell, type) => cell.grow(type),
      sends: (generator, value) => this.sends(generator, value),
      grow: (record, key, type) => record.grow(key, type),
    });
  }

  private sends(generator: Type, value: Type): void {
    for (const m of members(generator))
      if (m.k === "iter") for (const fn of generatorsOf(m, this.inf.facts)) fn.sent.grow(value);
  }

  /** A call of a library function without a call node: an operator, a callback. */
  invokeLibrary(callee: Type, args: readonly Type[]): Type {
    const entry = library.callable(callee);
    if (!entry) return unknown;
    if (typeof entry.result !== "function") return entry.result;
    const receiver = callee.k === "method" ? callee.receiver : never;
    if (receiver.k !== "never") asText(receiver);
    return entry.result(
      positionalCall(entry, receiver, args, {
        clock: this.inf.clock,
        callResult: (inner, types) => this.invoke(inner, types),
        store: (cell, type) => cell.grow(type),
        sends: (generator, value) => this.sends(generator, value),
        grow: (record, key, type) => record.grow(key, type),
      }),
    );
  }

  /** A call with positional arguments of known types, and such by name. */
  invoke(callee: Type, args: readonly Type[], keywords: Readonly<Record<string, Type>> = {}): Type {
    return union(
      members(callee).map((m): Type => {
        if (m.k === "func") {
          for (let at: FuncType | null = m; at?.wraps; at = at.wraps) this.passThrough(at.fn, m.self, args);
          this.give(innermost(m), args, keywords);
          return this.result(m);
        }
        if (m.k === "class") {
          const self: Type = { k: "instance", cls: m.cls };
          const init = m.cls.findMethod("__init__");
          if (init) this.give({ ...init.method, self }, args, keywords);
          return self;
        }
        if (m.k === "instance") {
          const called = m.cls.findMethod("__call__");
          return called ? this.invoke({ ...called.method, self: m }, args) : unknown;
        }
        if (m.k === "method" || m.k === "libfn") return this.invokeLibrary(m, args);
        if (m.k === "namedtuple") {
          m.of.cells.forEach((cell, i) => cell.grow(args[i] ?? never));
          return m.of.instance;
        }
        if (m.k === "libclass") {
          const type = this.invokeLibrary(m, args);
          return type.k === "never" ? library.instance(m.name) : type;
        }
        return m.k === "poison" ? m : unknown;
      }),
    );
  }

  /** Hands a function's parameters values of these types. */
  private give(target: FuncType, args: readonly Type[], keywords: Readonly<Record<string, Type>> = {}): void {
    const { fn } = target;
    this.called(fn);
    const given = target.self ? [target.self, ...args] : args;
    const { positional, kwarg } = fn.node.params;
    for (const [name, type] of Object.entries(keywords)) {
      if (!kwarg || positional.some((p) => p.target.kind === "Name" && p.target.id === name)) continue;
      fn.keyword(name).grow(type);
      fn.keywordDict.value.grow(type);
    }
    positional.forEach((p, i) => {
      const type = given[i] ?? (p.target.kind === "Name" ? keywords[p.target.id] : undefined);
      if (type) fn.passed(p)?.grow(type);
      else if (p.default) fn.passed(p)?.grow(this.inf.facts.typeOf(p.default));
    });
    for (const type of given.slice(positional.length)) this.collect(fn, fn.node.params.vararg, type);
  }

  private userCall(node: py.Call, callee: FuncType): Type {
    const { inf } = this;
    const target = innermost(callee);
    const { fn } = target;
    this.called(fn);
    const reached = inf.facts.callees.get(node) ?? new Set();
    reached.add(fn);
    for (let at: FuncType | null = callee; at?.wraps; at = at.wraps) {
      reached.add(at.fn);
      this.passThrough(
        at.fn,
        target.self,
        node.args.map((arg) => inf.facts.typeOf(arg)),
      );
      for (const keyword of node.keywords) {
        at.fn.keywordCalled = true;
        at.fn.keywordDict.value.grow(inf.facts.typeOf(keyword.value));
      }
    }
    inf.facts.callees.set(node, reached);
    const { params } = fn.node;
    const grow = (p: py.Parameter | undefined | null, type: Type, arg: py.Expression | null): boolean => {
      if (!p) return false;
      if (p.target.kind !== "Name") {
        fn.passed(p)?.grow(type);
        return true;
      }
      const symbol = fn.scope.symbols.get(p.target.id);
      const cell = symbol && fn.params.get(symbol);
      if (!symbol || !cell) return false;
      if (type.k === "never" && arg)
        inf.hint(arg, cell.type.k === "never" ? (inf.hints.get(symbol) ?? never) : cell.type);
      cell.grow(type);
      return true;
    };
    const positional = target.self ? params.positional.slice(1) : params.positional;
    if (target.self) grow(params.positional[0], target.self, null);
    // `Base.method(self, …)`: the first argument is the object.
    const given =
      inf.fn &&
      target.self &&
      passesSelf(node, inf.fn) &&
      node.func.kind === "Attribute" &&
      this.supers.object(node.func.value) === null
        ? node.args.slice(1)
        : node.args;
    given.forEach((arg, i) => {
      const type = inf.facts.typeOf(arg);
      if (i < positional.length) grow(positional[i], type, arg);
      else this.collect(fn, params.vararg, type);
    });
    for (const keyword of node.keywords) {
      const p = [...positional, ...params.kwonly].find((q) => q.target.kind === "Name" && q.target.id === keyword.name);
      const type = inf.facts.typeOf(keyword.value);
      if (p) grow(p, type, keyword.value);
      else if (params.kwarg) {
        fn.keyword(keyword.name).grow(type);
        fn.keywordDict.value.grow(type);
      }
    }
    if (node.starargs || node.kwargs) fn.openKeywords = true;
    if (node.kwargs) {
      this.forwardKeywords(node.kwargs, fn, positional.slice(given.length));
      if (keywordsOf(node.kwargs, { module: inf.module, fn: inf.fn, facts: inf.facts }) === null)
        this.giveItems(node.kwargs, positional.slice(given.length), grow);
      for (const m of members(inf.facts.typeOf(node.kwargs)))
        if (m.k === "dict" && params.kwarg) fn.keywordDict.value.grow(m.value.type);
    }
    if (!node.starargs && !node.kwargs) this.useDefaults(fn, positional.slice(given.length), node);
    if (node.starargs && !this.forwardsArguments(node)) {
      const items = inf.facts.typeOf(node.starargs);
      const elem = this.expressions.elements.of(items);
      // How many there are is not known: any of the rest may be left out.
      if (!members(items).every((m) => m.k === "tuple")) this.useDefaults(fn, positional.slice(given.length), node);
      for (const p of positional.slice(node.args.length)) grow(p, elem, null);
      this.collect(fn, params.vararg, elem);
    }
    return this.result(callee);
  }

  /** `f(**d)`: what the dict holds goes to the parameters. */
  private giveItems(
    kwargs: py.Expression,
    left: readonly py.Parameter[],
    grow: (p: py.Parameter, type: Type, arg: null) => boolean,
  ): void {
    for (const m of members(this.inf.facts.typeOf(kwargs))) {
      if (m.k !== "dict") continue;
      for (const p of left) {
        const named = p.target.kind === "Name" ? m.record?.field(p.target.id) : undefined;
        grow(p, named ?? m.value.type, null);
        if (p.default) grow(p, this.inf.facts.typeOf(p.default), null);
      }
    }
  }

  /** A wrapper is given the arguments of what it stands for. */
  private passThrough(wrapper: FunctionInfo, self: Type | null, args: readonly Type[]): void {
    this.called(wrapper);
    const own = wrapper.node.params;
    [...(self ? [self] : []), ...args].forEach((type, i) => {
      const p = own.positional[i];
      if (p) wrapper.passed(p)?.grow(type);
      else this.collect(wrapper, own.vararg, type);
    });
  }

  /** Parameters that the call leaves out hold their defaults. */
  private useDefaults(fn: FunctionInfo, left: readonly py.Parameter[], node: py.Call): void {
    for (const p of left) {
      const { target } = p;
      if (!p.default || (target.kind === "Name" && node.keywords.some((k) => k.name === target.id))) continue;
      fn.passed(p)?.grow(this.inf.facts.typeOf(p.default));
    }
  }

  /**
   * A wrapper's `f(*args, **kwargs)`, or `f(self, *args, **kwargs)`, with what it was given itself: nothing else comes before, and `f` is a
   * parameter of the function that makes the wrapper.
   */
  private forwardsArguments(node: py.Call): boolean {
    const { fn, module } = this.inf;
    if (!fn) return false;
    const { positional, vararg, kwarg } = fn.node.params;
    const isOwn = (e: py.Expression | null | undefined, p: py.Parameter | null): boolean =>
      e?.kind === "Name" && p?.target.kind === "Name" && p.target.id === e.id;
    if (positional.length !== node.args.length || node.keywords.length > 0) return false;
    if (!positional.every((p, i) => !p.default && isOwn(node.args[i], p))) return false;
    if (!isOwn(node.starargs, vararg) || (node.kwargs !== null && !isOwn(node.kwargs, kwarg))) return false;
    const wrapped = node.func.kind === "Name" ? module.bindings.symbols.get(node.func) : undefined;
    if (!wrapped?.isParameter || wrapped.writes.length > 1 || wrapped.scope === fn.scope) return false;
    fn.forwards = wrapped;
    fn.called = true;
    for (const e of [node.starargs, node.kwargs]) if (e) this.inf.facts.passedOn.add(e);
    return true;
  }

  /** What a wrapper passes back from the function that it wraps: that function's own, call by call. */
  passesBack(node: py.Expression): boolean {
    if (node.kind === "Call") return this.inf.fn?.forwards !== null && this.forwardsArguments(node);
    const symbol = node.kind === "Name" ? this.inf.module.bindings.symbols.get(node) : undefined;
    return (
      symbol !== undefined &&
      symbol.scope === this.inf.fn?.scope &&
      symbol.writes.length > 0 &&
      symbol.writes.every(({ place: { block, index } }) => {
        const statement = block.body[index];
        return (
          statement?.kind === "Assign" &&
          statement.targets.length === 1 &&
          statement.targets[0]?.kind === "Name" &&
          this.passesBack(statement.value)
        );
      })
    );
  }

  /** What a call gives: a wrapper gives what it returns itself, and what it passes on from the function it wraps. */
  private result(callee: FuncType): Type {
    const own = (fn: FunctionInfo): Type => {
      if (fn.isGenerator) return { k: "iter", elem: fn.yields };
      return fn.returnsNothing ? union([fn.returns.type, none]) : fn.returns.type;
    };
    if (callee.wraps && !callee.fn.isGenerator) {
      const passed = this.result(callee.wraps);
      return union([passed, ...members(own(callee.fn)).filter((m) => m.k !== "unknown")]);
    }
    return own(callee.fn);
  }

  private collect(fn: FunctionInfo, vararg: py.Parameter | null, type: Type): void {
    const cell = this.cellOf(fn, vararg);
    if (!cell) return;
    if (cell.type.k === "never") cell.grow(sequenceOf(this.inf.clock, type));
    for (const m of members(cell.type)) if (m.k === "sequence") m.elem.grow(type);
  }

  /** `g(**kwargs)` with the keywords that the function was given itself. */
  private forwardKeywords(node: py.Expression, callee: FunctionInfo, left: readonly py.Parameter[]): void {
    const { fn } = this.inf;
    const kwarg = fn?.node.params.kwarg;
    if (!fn || node.kind !== "Name" || kwarg?.target.kind !== "Name" || kwarg.target.id !== node.id) return;
    for (const p of left) {
      if (p.target.kind !== "Name") continue;
      const symbol = callee.scope.symbols.get(p.target.id);
      const cell = symbol && callee.params.get(symbol);
      const given = fn.keywords.get(p.target.id);
      if (given) cell?.grow(given.type);
      // Not every caller passes every keyword.
      if (p.default) cell?.grow(this.inf.facts.typeOf(p.default));
    }
  }

  private cellOf(fn: FunctionInfo, p: py.Parameter | null) {
    const symbol = p?.target.kind === "Name" ? fn.scope.symbols.get(p.target.id) : undefined;
    return symbol && fn.params.get(symbol);
  }

  private called(fn: FunctionInfo): void {
    fn.called = true;
    const { inf } = this;
    inf.fn?.calls.add(fn);
    if (inf.fn || !inf.env || inf.module !== fn.module) return;
    // Called while the module runs: what it has not set by now is not there.
    for (const [symbol, type] of inf.env)
      if (symbol.scope === inf.module.bindings.module && has(type, "unset")) fn.unset.add(symbol);
  }
}

/** `ValueError(…)`, `Exception.__init__(self, …)`. */
const makesError = (callee: Type): boolean =>
  isExceptionClass(callee) || (callee.k === "method" && callee.name === "__init__" && isException(callee.receiver));

/** A value of a built-in type, whose type shows itself. */
const isBuiltinKind = (m: Type): boolean =>
  m.k === "json" ||
  m.k === "dict" ||
  m.k === "set" ||
  (pythonKind(m) !== null && m.k !== "instance" && !(m.k === "tuple" && m.of));
