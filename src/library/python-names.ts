import { library } from "./index.ts";

/** Names that Python 2 has and the table does not. */
const pythonBuiltins: ReadonlySet<string> = new Set(
  (
    "apply basestring bin buffer bytearray bytes callable classmethod cmp coerce complex delattr dir file format frozenset getattr hasattr hash help " +
    "id input intern isinstance issubclass iter long memoryview next object pow print property raw_input reduce setattr slice staticmethod super " +
    "type unicode"
  ).split(" "),
);

/** A name that every Python 2 program has by itself. */
export const isPythonName = (name: string): boolean => pythonBuiltins.has(name) || library.hasBuiltin(name);
