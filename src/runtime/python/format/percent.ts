import { PercentArguments } from "./PercentArguments.ts";
import { formatDirective } from "./formatDirective.ts";
import { readDirective } from "./readDirective.ts";

/**
 * `format % args`. A tuple is an array, any other single value an array of one; a mapping may stand by itself, and must for
 * `%(key)s`. `%s` shows `str`, `%r` shows `repr` of the value, each as known when running: what needs a static type (a
 * float, a tuple) is given to `%s` as text.
 *
 * Widths and precisions count bytes, as for a `str`; with `unicode` they count characters.
 */
export function percent(
  format: string,
  args: readonly unknown[] | ReadonlyMap<unknown, unknown>,
  textType: "str" | "unicode" = "str",
): string {
  const values = new PercentArguments(args);
  let text = "";
  let from = 0;
  for (let at = format.indexOf("%"); at >= 0; at = format.indexOf("%", from)) {
    if (format[at + 1] === "(") values.requireMapping();
    const directive = readDirective(format, at + 1);
    text += format.slice(from, at) + formatDirective(directive, values, textType);
    from = directive.at + 1;
  }
  values.finish();
  return text + format.slice(from);
}
