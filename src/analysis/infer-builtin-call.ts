import { meansBuiltin } from "../program/builtin-name.ts";
import type * as py from "../python/ast.ts";
import { holders } from "../library/exception-classes.ts";
import { library } from "../library/index.ts";
import type { ExpressionInference } from "./infer-expression.ts";
import { classAlternatives } from "./narrow.ts";
import { everyHas } from "./class-support.ts";
import type { Inference } from "./infer.ts";
import { pythonKind } from "./python-kinds.ts";
import { unaryMethods } from "./special-methods.ts";
import { bool, type FuncType, lib, never, poison, type Type, unknown, unicode } from "./types.ts";
import { members, union } from "./join.ts";

/** Calls of built-ins that ask about a value, or make a part of a class, rather than use what they are given. */
export class BuiltinCallInference {
  private readonly inf: Inference;
  private readonly expressions: ExpressionInference;

  constructor(inf: Inference, expressions: ExpressionInference) {
    this.inf = inf;
    this.expressions = expressions;
  }

  /** A test of the type of a parameter, which tells of what comes in it. */
  private noteTest({ args: [subject, asked] }: py.Call, builtin: string): void {
    const { parameters, facts } = this.inf;
    if (!subject) return;
    if (builtin === "callable") parameters.ask(subject, "callable");
    else if (builtin === "hasattr" && asked?.kind === "Str") parameters.ask(subject, { attribute: asked.value });
    else if (builtin === "isinstance" && asked) {
      const classes = classAlternatives(facts.typeOf(asked));
      if (classes) parameters.ask(subject, { classes });
    }
  }

  /** The type of such a call; null for any other. */
  call(node: py.Call): Type | null {
    const { func } = node;
    if (func.kind !== "Name" || !meansBuiltin(this.inf.module.bindings, func)) return null;
    this.noteTest(node, func.id);
    const asked = this.expressions.calls.named.call(node, func.id);
    if (asked) return asked;
    if (func.id === "isinstance" || func.id === "hasattr" || func.id === "callable" || func.id === "issubclass")
      return bool;
    const [subject, name, fallback] = node.args;
    const own = unaryMethods[func.id];
    if (own && subject && everyHas(this.inf.facts.typeOf(subject), own)) {
      const made = this.expressions.elements.invokeSpecial(this.inf.facts.typeOf(subject), own, []);
      // A `str` is made unicode.
      return func.id === "unicode" ? unicode : made;
    }
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
}

/** A value of a built-in type, whose type shows itself. */
const isBuiltinKind = (m: Type): boolean =>
  m.k === "json" ||
  m.k === "dict" ||
  m.k === "set" ||
  (m.k === "long" && !m.mixed) ||
  (pythonKind(m) !== null && !(m.k === "tuple" && m.of));
