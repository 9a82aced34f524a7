import { type Type } from "../analysis/types.ts";
import { call, method, string } from "../emit/build.ts";
import { fromByteString } from "../runtime/python/text/fromByteString.ts";
import { parseTemplate, type TemplatePart } from "../runtime/python/re/parseTemplate.ts";
import { UntranslatedError } from "../runtime/python/exceptions/UntranslatedError.ts";
import { ReError } from "../runtime/python/re/ReError.ts";
import type { ConvertedPattern } from "../runtime/python/re/convertPattern.ts";
import type { CallEmit, CallTypes, Emitted } from "./entry.ts";
import {
  checkSubject,
  expressionLiteral,
  flagValues,
  isInline,
  joinedType,
  type Known,
  matchType,
  patternOperand,
} from "./re-pattern.ts";
import { only } from "../analysis/kinds.ts";

/** What a replacement gives, and what its function is given. */
export function replacedType(c: CallTypes, known: Known): Type {
  const type = c.type("repl");
  const made = type.k === "func" ? c.callResult(type, [matchType(known, c.type("string"))]) : type;
  return joinedType(c.type("string"), only(made, "str", "unicode", "none") ? made : c.type("string"));
}

/** `re.sub` and `subn`: native where a literal template and JavaScript's rules make the same, else the runtime's own. */
export function emitReplace(c: CallEmit, known: Known, feature: "substitute" | "substituteCounting"): Emitted {
  const problem = checkSubject(c, known, true) ?? checkReplacement(c);
  if (problem !== null) return problem;
  const native = feature === "substitute" && isInline(c, known) ? nativeReplace(c, known.converted) : null;
  if (native) return native;
  const pattern = patternOperand(c, known);
  if (typeof pattern === "string") return pattern;
  const replacement = c.type("repl").k === "func" ? c.handed("repl", 1) : c.ts("repl");
  if (typeof replacement === "string") return replacement;
  const limit = c.has("count") ? [c.ts("count")] : [];
  return call(c.runtime("python", feature), [pattern, replacement, c.ts("string"), ...limit]);
}

function checkReplacement(c: CallEmit): string | null {
  const type = c.type("repl");
  if (only(type, "str", "unicode")) return null;
  if (type.k !== "func") return "a replacement that is neither text nor a function of the program";
  const made = c.callResult(type, []);
  return only(made, "str", "unicode", "none") ? null : "a replacement function that may give something other than text";
}

/** `text.replace(/…/g, "$1")`; null where the runtime must do it. */
function nativeReplace(c: CallEmit, pattern: ConvertedPattern): Emitted | null {
  const node = c.node("repl");
  const count = c.node("count");
  const once = count?.kind === "Num" && count.number.value === 1n;
  if (node?.kind !== "Str" || pattern.nullable || (count !== null && !once)) return null;
  const replacement = nativeTemplate(node.type === "unicode" ? node.value : fromByteString(node.value), pattern);
  if (replacement === null) return null;
  const expression = expressionLiteral(pattern, once ? {} : { flag: "g" });
  return method(c.ts("string"), "replace", [expression, string(replacement)]);
}

/** A template in JavaScript's spelling; null where Python raises for it. */
function nativeTemplate(template: string, pattern: ConvertedPattern): string | null {
  const parts = partsOf(template);
  if (parts === null) return null;
  const texts = parts.map((part, i): string | null => {
    if (typeof part === "string") return part.replaceAll("$", "$$$$");
    const group = typeof part.group === "string" ? (pattern.names[part.group] ?? Infinity) : part.group;
    if (group > Math.min(pattern.groups, 99) || pattern.optional.includes(group)) return null;
    if (group === 0) return "$&";
    const next = parts[i + 1];
    const digitFollows = typeof next === "string" && /^\d/.test(next);
    return `$${digitFollows ? String(group).padStart(2, "0") : group}`;
  });
  return texts.includes(null) ? null : texts.join("");
}

function partsOf(template: string): readonly TemplatePart[] | null {
  try {
    return parseTemplate(template);
  } catch (error) {
    if (error instanceof ReError || error instanceof UntranslatedError) return null;
    throw error;
  }
}

/** A flag where a number of times is meant. */
export function warnOfFlags(c: CallEmit, name: "count" | "maxsplit"): void {
  const node = c.node(name);
  if (node?.kind === "Attribute" && node.value.kind === "Name" && node.value.id === "re") {
    c.hazard("H0107", `re.${node.attr} is taken for ${name}=${flagValues[node.attr] ?? "…"}`);
  }
}
