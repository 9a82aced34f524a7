import type { Program, ProgramModule } from "../program/program.ts";
import type * as py from "../python/ast.ts";
import type { Facts } from "./facts.ts";
import type { Type } from "./types.ts";

/** What is asked of the file that an expression stands in. */
export interface Reading {
  readonly program: Program;
  readonly facts: Facts;
  readonly module: ProgramModule;
  typeOf(node: py.Expression): Type;
}
