import { isException } from "../analysis/exception-type.ts";
import { asciiStr, listOf, none, str } from "../analysis/types.ts";
import { binary, call, string } from "../emit/build.ts";
import { type CallEmit, type Emitted, fn, type FunctionEntry, type LibraryModule } from "./entry.ts";
import { refusedAll } from "./refusals.ts";
import { isSink, SINKS, writeText } from "./sinks.ts";
import { CAUGHT } from "./sys.ts";
import type * as ts from "../emit/tree.ts";
import type * as py from "../python/ast.ts";
import { members } from "../analysis/join.ts";

/** The traceback of what the catch clause around the call has caught, with the places of the TypeScript. */
const formatted = (c: CallEmit): ts.Expression | null => {
  const caught = c.caught();
  return caught && textOf(c, caught);
};

function textOf(c: CallEmit, error: ts.Expression): ts.Expression {
  c.assume("A0114", "the traceback names the places of the TypeScript");
  return binary("+", call(c.runtime("python", "formatTraceback"), [error]), string("\n"));
}

const outside = "outside of an except clause, where it is not known what was raised";

/** To the stream that is given, or standard error. */
function written(c: CallEmit, text: ts.Expression): Emitted {
  if (!c.has("file") || c.type("file").k === "none") return call(c.runtime("python", "writeStderr"), [text]);
  if (!isSink(c.type("file"))) return "a traceback to what is not known to be a file";
  return writeText(c.runtime, () => c.ts("file"), c.type("file"), text);
}

const isExcInfo = (c: CallEmit, node: py.Expression | null): boolean => {
  const callee = node?.kind === "Call" ? c.typeOf(node.func) : null;
  return callee?.k === "libfn" && callee.name === "sys.exc_info";
};

/** The exception of `f(type, value, traceback)` or `f(*sys.exc_info())`: null where it is not known to be one. */
function given(c: CallEmit): ts.Expression | null {
  if (c.starNode()) return isExcInfo(c, c.starNode()) && !c.has("etype") ? c.caught() : null;
  if (!c.has("value") || !members(c.type("value")).every(isException) || !isOwnClass(c)) return null;
  // Nothing is kept of its traceback but what it has itself.
  return c.ts("value");
}

/** The class that is given is the exception's own: from `sys.exc_info()`, `type(e)` or `e.__class__`. Python shows whatever class it is given. */
function isOwnClass(c: CallEmit): boolean {
  const [node, value] = [c.node("etype"), c.node("value")];
  if (members(c.type("etype")).every((m) => m.k === "lib" && m.name === CAUGHT)) return true;
  const object =
    node?.kind === "Call" && node.args.length === 1 && isTypeItself(c, node.func)
      ? node.args[0]
      : node?.kind === "Attribute" && node.attr === "__class__"
        ? node.value
        : null;
  return object?.kind === "Name" && value?.kind === "Name" && object.id === value.id;
}

/** Python's own `type` is no value of the translation; one of the program has a type of its own. */
const isTypeItself = (c: CallEmit, func: py.Expression): boolean =>
  func.kind === "Name" && func.id === "type" && c.typeOf(func).k === "poison";

const unlike = "a traceback of what is not known to be an exception and its class";

const FILE = `file?:${SINKS.join("|")}|none`;

/** The rest of what `sys.exc_info()` gives says nothing more: it is looked at, and not used. */
const ofException = (
  params: string,
  result: FunctionEntry["result"],
  emit: (c: CallEmit, e: ts.Expression) => Emitted,
) =>
  fn(params, result, (c): Emitted => {
    const error = given(c);
    c.node("tb");
    c.node("limit");
    return error ? emit(c, error) : unlike;
  });

export const traceback: LibraryModule = {
  name: "traceback",
  members: {
    print_exc: fn(`limit?:none, ${FILE}`, none, (c): Emitted => {
      const text = formatted(c);
      c.node("limit");
      return text ? written(c, text) : outside;
    }),
    format_exc: fn("limit?:none", str, (c): Emitted => {
      c.node("limit");
      return formatted(c) ?? outside;
    }),
    print_exception: ofException(`etype?, value?, tb?, limit?:none, ${FILE}, *info*`, none, (c, error) =>
      written(c, textOf(c, error)),
    ),
    format_exception: ofException(
      "etype?, value?, tb?, limit?:none, *info*",
      (c) => listOf(c.clock, str),
      (c, error) => {
        c.assume("A0114", "the traceback names the places of the TypeScript");
        return call(c.runtime("python", "tracebackLines"), [error]);
      },
    ),
    format_exception_only: ofException(
      "etype, value",
      (c) => listOf(c.clock, asciiStr),
      (c, error) => call(c.runtime("python", "exceptionLines"), [error]),
    ),
    ...refusedAll(
      "extract_stack extract_tb format_list format_stack format_tb print_last print_list print_stack print_tb tb_lineno",
      "frames of the Python program: use print_exc() or format_exc()",
    ),
  },
};
