import type { Parameter, Parameters } from "./ast.ts";

/** Every parameter, those with stars among them, in order. */
export const allParameters = ({ positional, vararg, kwonly, kwarg }: Parameters): readonly Parameter[] =>
  [...positional, vararg, ...kwonly, kwarg].filter((each) => each !== null);
