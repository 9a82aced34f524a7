import { asArgument } from "./built-in-part.ts";
import { sequenceElement } from "./element.ts";
import { ArgumentInference } from "./infer-arguments.ts";
import { BuiltinCallInference } from "./infer-builtin-call.ts";
import { LibraryCallInference } from "./infer-library-call.ts";
import type * as py from "../python/ast.ts";
import { library } from "../library/index.ts";
import { NamedAttributeInference } from "./infer-named.ts";
import type { FunctionInfo } from "./entities.ts";
import { makesError } from "./exception-type.ts";
import type { ExpressionInference } from "./infer-expression.ts";
import { isNamedDirectly } from "./held-calls.ts";
import type { Inference } from "./infer.ts";
import { classOfBare } from "./made-by-new.ts";
import { givenFor } from "./keyed-results.ts";
import { fieldArguments } from "./named-tuple.ts";
import { SuperInference } from "./infer-super.ts";
import { plainKinds } from "./plain-kinds.ts";
import { dictOf, innermost, type FuncType, never, poison, none, type Type, unknown } from "./types.ts";
import { members, union } from "./join.ts";

/** What calls give. */
export class CallInference {
  private readonly inf: Inference;
  private readonly expressions: ExpressionInference;
  readonly supers: SuperInference;
  readonly named: NamedAttributeInference;
  readonly passing: ArgumentInference;
  readonly ofLibrary: LibraryCallInference;
  private readonly builtins: BuiltinCallInference;

  constructor(inf: Inference, expressions: ExpressionInference) {
    this.inf = inf;
    this.expressions = expressions;
    this.supers = new SuperInference(inf, expressions);
    this.named = new NamedAttributeInference(inf, expressions);
    this.passing = new ArgumentInference(inf, expressions);
    this.ofLibrary = new LibraryCallInference(inf, this);
    this.builtins = new BuiltinCallInference(inf, expressions);
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
    const special = this.named.ofObject(node) ?? this.builtins.call(node) ?? this.bareObject(node);
    if (special) return special;
    if (members(callee).some(makesError)) inf.facts.noteErrorOf(node.args.map((arg) => inf.facts.typeOf(arg)));
    if (callee.k === "never" && node.func.kind === "Name" && inf.module.bindings.symbols.get(node.func)?.isParameter) {
      // A callable parameter without a caller: nothing is known of what it gives.
      return never;
    }
    // `Base.method(self, …)` of the library: what follows `self` is what the method takes.
    const named = superCall?.k === "method" && node.func.kind === "Attribute" && node.func.value.kind !== "Call";
    const made = named ? { ...node, args: node.args.slice(1) } : node;
    if (superCall && this.fills(superCall, made)) return none;
    // `super(Point, self).__init__(…)`, which stands for the tuple's `__new__`.
    const own = superCall && node.func.kind === "Attribute" && node.func.attr === "__init__" ? inf.cls?.part : null;
    if (own?.k === "tuple" && superCall?.k !== "func") return this.fillTuple(own, made) ? none : poison;
    const isHeld = !isNamedDirectly(node.func, inf.facts, inf.module);
    return union(
      members(callee).map((m) => {
        const type = this.callOne(made, m);
        if (isHeld) this.noteHeld(node, m, type);
        return type;
      }),
    );
  }

  /** `object.__new__(cls)`. */
  private bareObject(node: py.Call): Type | null {
    const cls = classOfBare(node, this.inf.fn, this.inf.module);
    const classes = cls ? members(this.inf.facts.typeOf(cls)).flatMap((m) => (m.k === "class" ? [m.cls] : [])) : [];
    return cls && union(classes.map((one): Type => ({ k: "instance", cls: one })));
  }

  /** `dict.__init__(self, *args, **kwargs)`: what is handed on is in the dict. */
  private fills(callee: Type, { args, keywords, starargs, kwargs }: py.Call): boolean {
    if (callee.k !== "method" || (callee.name !== "__init__" && callee.name !== "update")) return false;
    const { receiver } = callee;
    if (receiver.k !== "dict" || !starargs || args.length > 0 || keywords.length > 0) return false;
    const { facts, clock } = this.inf;
    for (const given of members(this.expressions.elements.of(facts.typeOf(starargs)))) {
      const other = asArgument(given);
      const pair = other.k === "dict" ? null : sequenceElement(other, clock);
      const [key, value] = pair?.k === "tuple" ? pair.items : [];
      if (other.k !== "never") receiver.key.grow(other.k === "dict" ? other.key.type : (key ?? unknown));
      if (other.k !== "never") receiver.value.grow(other.k === "dict" ? other.value.type : (value ?? unknown));
    }
    const named = kwargs && facts.typeOf(kwargs);
    if (named?.k === "dict") {
      receiver.key.grow(named.key.type);
      receiver.value.grow(named.value.type);
    }
    return true;
  }

  /** The callee is the value of something, a library function perhaps. */
  private noteHeld(node: py.Call, callee: Type, result: Type): void {
    const isPlain = node.keywords.length === 0 && !node.starargs && !node.kwargs;
    const args = isPlain ? node.args.map((arg) => this.inf.facts.typeOf(arg)) : null;
    this.inf.facts.held.note(callee, args, result);
  }

  /** What a method is called on. */
  private receiver({ func }: py.Call): Type {
    return func.kind === "Attribute" ? this.inf.facts.typeOf(func.value) : never;
  }

  /** What a call makes a named tuple of; false where it does not give the fields. */
  private fillTuple({ of }: Type & { k: "tuple" }, node: py.Call): boolean {
    if (!of) return false;
    const { facts } = this.inf;
    const given = fieldArguments(of, node);
    const elem = node.starargs ? this.expressions.elements.of(facts.typeOf(node.starargs)) : never;
    of.cells.forEach((cell, i) => {
      const arg = given ? given[i] : node.args[i];
      cell.grow(arg ? facts.typeOf(arg) : elem);
    });
    return given !== null || node.starargs !== null;
  }

  private userCall(node: py.Call, callee: FuncType): Type {
    this.passing.pass(node, callee);
    const wrapped = this.passing.functionsIn(node, callee);
    return union(
      members(this.result(callee)).flatMap((m): Type | Type[] => {
        if (m.k !== "func" || m.wraps !== null || m.fn.forwards === null) return m;
        const functions = wrapped.get(m.fn.forwards) ?? [];
        return functions.length > 0 ? functions.map((wraps) => ({ ...m, wraps })) : m;
      }),
    );
  }

  private callOne(node: py.Call, callee: Type): Type {
    const { inf } = this;
    switch (callee.k) {
      case "func":
        return this.userCall(node, callee);
      case "class": {
        const self: Type = { k: "instance", cls: callee.cls };
        this.passing.made(callee.cls);
        const init = callee.cls.findMethod("__init__");
        if (init) this.userCall(node, { ...init.method, self });
        else {
          const { part } = callee.cls;
          if (part?.k === "tuple") this.fillTuple(part, node);
          const own = part && library.memberEntry(part, "__init__");
          const made = library.classEntry(callee.cls.libraryBase ?? "")?.constructor;
          if (part && own?.kind === "function") this.ofLibrary.call(node, own, part);
          else if (made) this.ofLibrary.call(node, made, never);
        }
        return self;
      }
      case "instance": {
        const called = callee.cls.findMethod("__call__");
        if (called) return this.userCall(node, { ...called.method, self: callee });
        return callee.cls.isOpaque ? poison : unknown;
      }
      case "namedtuple":
        return this.fillTuple(callee.of.instance, node) ? callee.of.instance : poison;
      case "libfn":
      case "libclass": {
        const entry = library.callable(callee);
        if (!entry) return poison;
        const spread = callee.name === "builtins.dict" && node.starargs ? dictOf(inf.clock) : null;
        if (spread && this.fills({ k: "method", receiver: spread, name: "update" }, node)) return spread;
        const made = inf.facts.namedTuples.get(node);
        if (made && callee.name === "collections.namedtuple") return { k: "namedtuple", of: made };
        const type = this.ofLibrary.call(node, entry, never);
        return callee.k === "libclass" && type.k === "never" ? library.instance(callee.name) : type;
      }
      case "method": {
        const entry = library.callable(callee);
        if (callee.receiver.k === "json" && callee.name === "append")
          for (const arg of node.args) inf.facts.storeInJson(inf.facts.typeOf(arg));
        return entry ? asOwn(this.ofLibrary.call(node, entry, callee.receiver), this.receiver(node)) : poison;
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
  /** A call with positional arguments of known types, and such by name. */
  invoke(callee: Type, args: readonly Type[], keywords: Readonly<Record<string, Type>> = {}): Type {
    return union(
      members(callee).map((m): Type => {
        if (m.k === "func") {
          for (let at: FuncType | null = m; at?.wraps; at = at.wraps) this.passing.passThrough(at.fn, m.self, args);
          this.passing.give(innermost(m), args, keywords);
          return m.wraps === null && m.fn.byKey && !m.fn.returnsNothing ? givenFor(m.fn, args[0]) : this.result(m);
        }
        if (m.k === "class") {
          const self: Type = { k: "instance", cls: m.cls };
          const init = m.cls.findMethod("__init__");
          if (init) this.passing.give({ ...init.method, self }, args, keywords);
          return self;
        }
        if (m.k === "instance") {
          const called = m.cls.findMethod("__call__");
          return called ? this.invoke({ ...called.method, self: m }, args) : unknown;
        }
        if (m.k === "method" || m.k === "libfn") return this.ofLibrary.invoke(m, args);
        if (m.k === "namedtuple") {
          m.of.cells.forEach((cell, i) => cell.grow(args[i] ?? never));
          return m.of.instance;
        }
        if (m.k === "libclass") {
          const type = this.ofLibrary.invoke(m, args);
          return type.k === "never" ? library.instance(m.name) : type;
        }
        return m.k === "poison" ? m : unknown;
      }),
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
}

/** `p._replace(x=1)`, `C._make(items)` give an object of the class of `p`, of `C`, where that derives from the named tuple. */
function asOwn(made: Type, receiver: Type): Type {
  const of = members(receiver).flatMap((m) => (m.k === "instance" || m.k === "class" ? [m.cls] : []));
  const isOwn = made.k === "tuple" && made.of !== undefined && of.length > 0 && of.every((cls) => cls.part === made);
  return isOwn ? union(of.map((cls): Type => ({ k: "instance", cls }))) : made;
}
