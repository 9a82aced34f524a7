import type * as py from "../python/ast.ts";
import { Written } from "./written-lambda.ts";

/** The functions of `operator` that are written out: what each makes of its arguments. Those of two operands that the library knows are not. */
const functions: Readonly<Record<string, (at: Written, ...args: py.Expression[]) => py.Expression>> = {
  getitem: (at, a, b) => at.item(a!, b!),
  not_: (at, a) => at.unary("not", a!),
  neg: (at, a) => at.unary("-", a!),
  pos: (at, a) => at.unary("+", a!),
  inv: (at, a) => at.unary("~", a!),
  invert: (at, a) => at.unary("~", a!),
  truth: (at, a) => at.call(at.name("bool"), [a!]),
  abs: (at, a) => at.call(at.name("abs"), [a!]),
  pow: (at, a, b) => at.binary("**", a!, b!),
  repeat: (at, a, b) => at.binary("*", a!, b!),
  isCallable: (at, a) => at.call(at.name("callable"), [a!]),
};

/** Those of them that take two arguments. */
const ofTwo: ReadonlySet<string> = new Set(["getitem", "pow", "repeat"]);

/** How many arguments one of them takes. */
const arity = (name: string): number => (ofTwo.has(name) ? 2 : 1);

/** Their names. */
export const operatorNames: ReadonlySet<string> = new Set(Object.keys(functions));

/** `operator.neg(x)`: `-x`; null of another number of arguments. */
export function operation(name: string, args: readonly py.Expression[], at: py.Span): py.Expression | null {
  const make = operatorNames.has(name) ? functions[name] : undefined;
  return make && args.length === arity(name) ? make(new Written(at), ...args) : null;
}

/** `operator.neg` that is handed on: `lambda a: -a`; null of another name. */
export function operatorFunction(qualified: string | null, span: py.Span): py.Expression | null {
  const name = qualified?.startsWith("operator.") ? qualified.slice("operator.".length) : "";
  const at = new Written(span);
  const params = ["a", "b"].slice(0, arity(name));
  const body = operation(
    name,
    params.map((param) => at.name(param)),
    span,
  );
  return (
    body &&
    at.lambda(
      params.map((param) => at.parameter(param)),
      body,
    )
  );
}
