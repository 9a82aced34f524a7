import type * as py from "../python/ast.ts";
import { targetsOf } from "../python/targets.ts";
import { walk } from "../python/walk.ts";

/**
 * In the methods of a class, `self.__dict__['name'] = value` stores the attribute past `__setattr__`: each such target, and the attribute
 * that is written in its place. Names that Python would mangle, or that it keeps for itself, are left.
 */
export function dictStores(cls: py.ClassDef): readonly (readonly [py.Subscript, py.Attribute])[] {
  return cls.body.body.flatMap((item) => {
    if (item.kind !== "FunctionDef" || item.decorators.length > 0) return [];
    const [first] = item.params.positional;
    return first?.target.kind === "Name" ? storesOf(item, first.target.id) : [];
  });
}

function storesOf(method: py.FunctionDef, self: string): readonly (readonly [py.Subscript, py.Attribute])[] {
  const found: (readonly [py.Subscript, py.Attribute])[] = [];
  let isRebound = false;
  walk(method, (node) => {
    // A function inside may mean another object by the name.
    if (node !== method && (node.kind === "FunctionDef" || node.kind === "ClassDef" || node.kind === "Lambda"))
      return false;
    if (node.kind === "Assign")
      for (const target of targetsOf(node)) {
        const made = target.kind === "Subscript" ? attributeOf(target, self) : null;
        if (made && target.kind === "Subscript") found.push([target, made]);
        isRebound ||= target.kind === "Name" && target.id === self;
      }
    return true;
  });
  return isRebound ? [] : found;
}

/** `self.name` of `self.__dict__['name']`. */
function attributeOf({ value, slice, start, end }: py.Subscript, self: string): py.Attribute | null {
  if (value.kind !== "Attribute" || value.attr !== "__dict__") return null;
  if (value.value.kind !== "Name" || value.value.id !== self) return null;
  if (slice.type !== "index" || slice.value.kind !== "Str" || !/^_?[A-Za-z]\w*$/.test(slice.value.value)) return null;
  // `_C__name` is what `self.__name` is kept under.
  if (/^_[A-Za-z]\w*?__/.test(slice.value.value)) return null;
  return { kind: "Attribute", value: value.value, attr: slice.value.value, direct: true, start, end };
}
