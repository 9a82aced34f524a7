import type { Span } from "../python/ast.ts";
import type { MixtureEmit } from "../library/mixed-text.ts";
import type { Context } from "./context.ts";

/** A place of the program where `str` meets `unicode`. */
export const mixtureAt = (context: Context, span: Span): MixtureEmit => ({
  runtime: (barrel, name) => context.runtime(barrel, name),
  assume: (code, message) => context.report(code as "A0106", message, span),
});
