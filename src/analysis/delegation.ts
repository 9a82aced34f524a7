import type * as py from "../python/ast.ts";
import { returnedValues } from "../python/statement-parts.ts";
import type { ClassInfo } from "./entities.ts";

/**
 * The object that `__getattr__` asks for the attribute instead: `getattr(self.target, name)` is all that it gives. Null where it does
 * something else.
 */
export function delegatesTo(cls: ClassInfo): py.Expression | null {
  const node = cls.findMethod("__getattr__")?.method.fn.node;
  const name = node?.params.positional[1]?.target;
  if (node?.kind !== "FunctionDef" || name?.kind !== "Name") return null;
  const found = returnedValues(node.body).map((value) => asked(value, name.id, node.body));
  const [first] = found;
  return first && found.length === 1 ? first : null;
}

function asked(value: py.Expression | null, name: string, body: py.Block): py.Expression | null {
  if (value?.kind === "Name") {
    const given = body.body.flatMap((s) =>
      s.kind === "Assign" && s.targets.some((t) => t.kind === "Name" && t.id === value.id) ? [s.value] : [],
    );
    return given.length === 1 && given[0]?.kind === "Call" ? asked(given[0], name, body) : null;
  }
  if (value?.kind !== "Call" || value.func.kind !== "Name" || value.func.id !== "getattr" || value.args.length !== 2)
    return null;
  const [object, attribute] = value.args;
  return attribute?.kind === "Name" && attribute.id === name ? (object ?? null) : null;
}
