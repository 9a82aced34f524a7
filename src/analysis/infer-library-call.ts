import type * as py from "../python/ast.ts";
import type { FunctionEntry } from "../library/entry.ts";
import { asArgument, asGiven, partly } from "./built-in-part.ts";
import { library } from "../library/index.ts";
import { bindCall, impliedType, parseSignature, positionalCall, spreads, taken } from "../library/signature.ts";
import type { Inference } from "./infer.ts";
import { generatorsOf } from "./iterations.ts";
import { int, str, never, poison, type Type, unknown } from "./types.ts";
import { asAny, asData, asText } from "./kinds.ts";
import { members } from "./join.ts";

import type { CallInference } from "./infer-call.ts";
/** What calls of the library give, and what they say of their arguments. */
export class LibraryCallInference {
  private readonly inf: Inference;
  private readonly calls: CallInference;

  constructor(inf: Inference, calls: CallInference) {
    this.inf = inf;
    this.calls = calls;
  }

  /** A call in the program's text: poison where the arguments are not the entry's. */
  call(node: py.Call, entry: FunctionEntry, receiver: Type): Type {
    const { inf } = this;
    const bound = bindCall(entry.params, node);
    const whole = bound.ok || spreads(entry, node) ? null : this.writtenOut(node);
    if (whole) return this.call(whole, entry, receiver);
    if (!bound.ok)
      return (
        (spreads(entry, node) && (typeof entry.result === "function" ? entry.spread.result : entry.result)) || poison
      );
    // A method of text works on characters.
    asText(receiver);
    const parameters = parseSignature(entry.params);
    for (const parameter of parameters) {
      if (parameter.variadic && parameter.accepts.includes("text"))
        for (const one of bound.rest) asText(inf.facts.typeOf(one));
      const arg = bound.args.get(parameter.name);
      if (!arg) continue;
      const type = inf.facts.typeOf(arg);
      if (type.k === "never") inf.parameters.hint(arg, impliedType(parameter));
      if (parameter.accepts.includes("address") && arg.kind === "Tuple") {
        const [host, port] = arg.elts;
        if (host && inf.facts.typeOf(host).k === "never") inf.parameters.hint(host, str);
        if (port && inf.facts.typeOf(port).k === "never") inf.parameters.hint(port, int);
      }
      // Only `data` and `bytes` leave open whether a body is text; an argument of any type is kept as it is.
      if (parameter.accepts.includes("text")) asText(type);
      else if (parameter.accepts.some((kind) => kind === "data" || kind === "bytes")) asData(type);
      else asAny(type, entry.counts === true);
    }
    const { facts, clock } = inf;
    if (typeof entry.result !== "function") return entry.result;
    const given = [...node.args, ...node.keywords.map(({ value }) => value)].map((arg) => facts.typeOf(arg));
    const result = entry.result({
      clock,
      receiver: partly(receiver),
      has: (name) => bound.args.has(name),
      node: (name) => bound.args.get(name) ?? null,
      typeOf: (e) => facts.typeOf(e),
      type: (name) => {
        const arg = bound.args.get(name);
        const parameter = parameters.find((p) => p.name === name);
        return arg ? taken(parameter, asArgument(facts.typeOf(arg), entry)) : never;
      },
      names: () => [...bound.args.keys()],
      restNodes: () => bound.rest,
      starNode: () => bound.star,
      starType: () => bound.star && facts.typeOf(bound.star),
      kwargsNode: () => bound.kwargs,
      kwargsType: () => bound.kwargs && asArgument(facts.typeOf(bound.kwargs)),
      rest: () => bound.rest.map((e) => asArgument(facts.typeOf(e))),
      callResult: (callee, args, keywords) => this.calls.invoke(callee, args, keywords),
      store: (cell, type) => cell.grow(asGiven(type, given)),
      sends: (generator, value) => this.sends(generator, value),
      grow: (record, key, type) => record.grow(key, asGiven(type, given)),
    });
    return asGiven(result, given);
  }

  /** `f(*t)` of a tuple whose items are known one by one: a call with each of them. */
  private writtenOut(node: py.Call): py.Call | null {
    const items = tupleGiven(node, (e) => this.inf.facts.typeOf(e));
    if (!items || !node.starargs) return null;
    const { start, end } = node.starargs;
    const names = items.map((type): py.Name => {
      const name: py.Name = { kind: "Name", id: "", start, end };
      this.inf.facts.record(name, type);
      return name;
    });
    return { ...node, args: [...node.args, ...names], starargs: null };
  }

  private sends(generator: Type, value: Type): void {
    for (const m of members(generator))
      if (m.k === "iter") for (const fn of generatorsOf(m, this.inf.facts)) fn.sent.grow(value);
  }

  /** A call of a library function without a call node: an operator, a callback. */
  invoke(callee: Type, args: readonly Type[]): Type {
    const entry = library.callable(callee);
    if (!entry) return unknown;
    if (typeof entry.result !== "function") return entry.result;
    const receiver = callee.k === "method" ? callee.receiver : never;
    if (receiver.k !== "never") asText(receiver);
    return entry.result(
      positionalCall(entry, receiver, args, {
        clock: this.inf.clock,
        callResult: (inner, types) => this.calls.invoke(inner, types),
        store: (cell, type) => cell.grow(type),
        sends: (generator, value) => this.sends(generator, value),
        grow: (record, key, type) => record.grow(key, type),
      }),
    );
  }
}

/** The types of what `*args` of a call hands on, where that is a tuple whose items are known one by one, and all else is written out. */
export function tupleGiven({ starargs, kwargs }: py.Call, typeOf: (e: py.Expression) => Type): readonly Type[] | null {
  const type = starargs && !kwargs ? typeOf(starargs) : null;
  return type?.k === "tuple" && !type.of ? type.items : null;
}
