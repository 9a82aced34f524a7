import { call, id, method, statement, string, template } from "../emit/build.ts";
import type * as ts from "../emit/tree.ts";
import type * as py from "../python/ast.ts";
import type { Context } from "./context.ts";
import { expression } from "./expression.ts";
import { isUnicode, line, mayBeMemory, mayBeUnicode, printed } from "./print.ts";
import { isText } from "../analysis/kinds.ts";
import { isQuiet } from "./quiet.ts";

/**
 * `print(…)` where it is the function: `console.log` of one text, and where another `end` is given a write without a line end. Null
 * where it is no call of the function, or one that is not known: with a `sep` or `end` that is no literal, or `*args`.
 */
export function printCall(context: Context, node: py.Expression): ts.Statement[] | null {
  if (node.kind !== "Call" || node.func.kind !== "Name" || node.func.id !== "print") return null;
  const symbol = context.module.bindings.symbols.get(node.func);
  if (symbol && (symbol.writes.length > 0 || symbol.isParameter)) return null;
  if (node.starargs || node.kwargs || node.keywords.some(({ name }) => !["sep", "end", "file"].includes(name)))
    return null;
  const given = (name: string): py.Expression | null => node.keywords.find((k) => k.name === name)?.value ?? null;
  const sep = literal(given("sep"), " ");
  const end = literal(given("end"), "\n");
  if (sep === null || end === null) return null;
  if (node.args.some((v) => isUnicode(context, v))) context.report("A0104", "unicode text is printed", node);
  const parts = node.args.map((v) => printed(context, v));
  const [part] = parts;
  const [only_] = node.args;
  const whole = parts.length === 0 ? string("") : line(parts, sep);
  const text = parts.length === 1 && part && only_ && isText(context.typeOf(only_)) ? part : whole;
  const file = given("file");
  const made = statement(write(context, node, file, text, end));
  if (!file || isQuiet(context, file) || isFile(context, file)) return [made];
  if (!node.args.every((arg) => isQuiet(context, arg)))
    return [
      statement(context.untranslated("U0103", "print() of what does something to a file that a call gives", node)),
    ];
  return [statement(expression(context, file)), made];
}

/** The value of a literal; `otherwise` for none and for None; null for anything else. */
function literal(node: py.Expression | null, otherwise: string): string | null {
  if (node === null || (node.kind === "Name" && node.id === "None")) return otherwise;
  return node.kind === "Str" ? node.value : null;
}

function write(
  context: Context,
  node: py.Call,
  file: py.Expression | null,
  text: ts.Expression,
  end: string,
): ts.Expression {
  const type = file && !(file.kind === "Name" && file.id === "None") ? context.typeOf(file) : null;
  const name = type === null ? "sys.stdout" : type.k === "lib" ? type.name : null;
  const ended = end === "" ? text : template([text, end]);
  const stream = context.facts.replaced.get("stdout")?.type;
  if (stream && mayBeMemory(stream) && mayBeUnicode(context, node.args))
    return context.untranslated("U0103", "what may be unicode, printed to what may be a StringIO", node);
  if (name === "sys.stdout") {
    if (end === "\n" && !context.softPrint) return method(id("console"), "log", [text]);
    return call(context.runtime("python", "writeStdout"), [ended]);
  }
  if (name === "sys.stderr") {
    if (end === "\n") return method(id("console"), "error", [text]);
    return call(context.runtime("python", "writeStderr"), [ended]);
  }
  if (name === "file" && file) return method(expression(context, file), "write", [ended]);
  return context.untranslated("U0104", "print to a value of unknown type", node);
}

/** What is written to is read where it is written to. */
const isFile = (context: Context, file: py.Expression): boolean => {
  const type = context.typeOf(file);
  return type.k === "lib" && type.name === "file";
};
