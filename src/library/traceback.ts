import { none, str } from "../analysis/types.ts";
import { binary, call, string } from "../emit/build.ts";
import { type CallEmit, type Emitted, fn, type LibraryModule } from "./entry.ts";
import { refusedAll } from "./refusals.ts";
import type * as ts from "../emit/tree.ts";

/** The traceback of what the catch clause around the call has caught, with the places of the TypeScript. */
function formatted(c: CallEmit): ts.Expression | null {
  const caught = c.caught();
  if (!caught) return null;
  c.assume("A0114", "the traceback names the places of the TypeScript");
  return binary("+", call(c.runtime("python", "formatTraceback"), [caught]), string("\n"));
}

const outside = "outside of an except clause, where it is not known what was raised";

export const traceback: LibraryModule = {
  name: "traceback",
  members: {
    print_exc: fn("", none, (c): Emitted => {
      const text = formatted(c);
      return text ? call(c.runtime("python", "writeStderr"), [text]) : outside;
    }),
    format_exc: fn("", str, (c): Emitted => formatted(c) ?? outside),
    ...refusedAll(
      "extract_stack extract_tb format_exception format_exception_only format_list format_stack format_tb print_exception print_last print_list " +
        "print_stack print_tb tb_lineno",
      "frames of the Python program: use print_exc() or format_exc()",
    ),
  },
};
