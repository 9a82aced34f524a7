import type { ClassInfo, FunctionInfo } from "../analysis/entities.ts";
import { isNewStyle } from "../analysis/special-methods.ts";
import type { FuncType, PropertyType } from "../analysis/types.ts";
import {
  annotation,
  block,
  call,
  construct,
  id,
  member,
  returns,
  statement,
  string,
  thisValue,
  throws,
  typeRef,
  unknownType,
} from "../emit/build.ts";
import type * as ts from "../emit/tree.ts";
import type * as py from "../python/ast.ts";
import { staticMembers } from "./class-member.ts";
import { docComment } from "./comments.ts";
import type { Context } from "./context.ts";
import { expression } from "./expression.ts";
import { functionParts } from "./function.ts";
import { returnType, tsType, typeKey } from "./types.ts";

/**
 * Properties as accessors:
 *   @property / @x.setter  →  get x() { … } / set x(value) { … }
 *   x = property(get_x, set_x)  →  get x() { return this.getX(); } …
 * One that is deleted has a method beside them, `deleteX`. What only has a getter throws Python's AttributeError when it is assigned.
 */

/** What `del object.x` calls. */
export const deleterName = (context: Context, name: string): string => {
  const spelled = context.names.property(name);
  return `delete${spelled[0]?.toUpperCase() ?? ""}${spelled.slice(1)}`;
};

/** Why a property cannot be written; null when it can. */
export function unsupportedProperty(
  cls: ClassInfo,
  name: string,
  { setter, deleter, getter }: PropertyType,
): string | null {
  if ([setter, deleter, getter].some((part) => part?.fn.node.kind === "FunctionDef" && part.fn.owner === null))
    return `the property ${name} of a function that is no method`;
  const over = cls.lineage
    .slice(1)
    .some(
      (c) =>
        (c.attributes.has(name) && !c.properties.has(name)) ||
        c.methods.has(name) ||
        (c.storedInObjects.has(name) && !c.findProperty(name)),
    );
  if (over) return `the property ${name} stands for an attribute of a base class`;
  if (setter?.fn.async || deleter?.fn.async) return `the property ${name} waits when it is assigned`;
  if ([setter, deleter].some((part) => part?.fn.isGenerator) || (getter?.fn.isGenerator && getter.fn.async))
    return `the property ${name} is a generator`;
  if (getter?.fn.async && (setter || deleter)) return `the property ${name} waits, and can be assigned`;
  return isNewStyle(cls) || !cls.storedInObjects.has(name)
    ? null
    : `the property ${name} of an old-style class, where an object that is given the attribute has its own`;
}

/** The function is a part of a property of its class's, as written there: which part, and of which. */
export function propertyPart(
  cls: ClassInfo,
  fn: FunctionInfo,
): { readonly name: string; readonly part: "getter" | "setter" | "deleter" } | null {
  if (fn.node.kind !== "FunctionDef" || fn.node.decorators.length === 0) return null;
  const property = cls.properties.get(fn.node.name);
  for (const part of ["getter", "setter", "deleter"] as const)
    if (property?.[part]?.fn === fn) return { name: fn.node.name, part };
  return null;
}

/** A decorated function that is a part of a property: an accessor, and what its defaults are. */
export function propertyMember(
  context: Context,
  cls: ClassInfo,
  fn: FunctionInfo,
  node: py.FunctionDef,
  part: "getter" | "setter" | "deleter",
): { readonly before: readonly ts.PropertyDefinition[]; readonly made: ts.MethodDefinition } {
  const parts = functionParts(context, fn, node);
  const body = fn.isGenerator ? generatorCall(context, cls, parts.body) : parts.body;
  const made = accessor(context, cls, node.name, part, parts.params, body, fn.async, parts.returnType);
  if (parts.doc !== null) context.comments.before(made, [docComment(parts.doc)]);
  return { before: staticMembers(parts.before), made };
}

/** An accessor is no generator: it gives that of a function inside. */
function generatorCall(context: Context, cls: ClassInfo, body: ts.BlockStatement): ts.BlockStatement {
  const made: ts.FunctionExpression = {
    type: "FunctionExpression",
    id: null,
    async: false,
    generator: true,
    params: [id("this", typeRef(context.classId(cls)))],
    body,
  };
  return block([returns(call(member(made, "call"), [thisValue()]))]);
}

/** The accessors that are not written as functions of the class's body: those of `x = property(…)`, those that a base class's property gives, and the setter that refuses. */
export function remainingAccessors(context: Context, cls: ClassInfo, name: string): ts.MethodDefinition[] {
  const property = cls.properties.get(name);
  if (!property) return [];
  const made: ts.MethodDefinition[] = [];
  for (const part of ["getter", "setter", "deleter"] as const) {
    const type = property[part];
    if (!type) continue;
    if (propertyPart(cls, type.fn)?.name === name) continue;
    made.push(delegating(context, cls, name, part, type));
  }
  const isStored = [...context.facts.classes.values()].some(
    (c) => c.storedInObjects.has(name) && (c.lineage.includes(cls) || cls.lineage.includes(c)),
  );
  if (!property.setter && isStored && !property.getter?.fn.async) made.push(refusing(context, cls, name));
  return made;
}

function delegating(
  context: Context,
  cls: ClassInfo,
  name: string,
  part: "getter" | "setter" | "deleter",
  type: FuncType,
): ts.MethodDefinition {
  const { fn } = type;
  const value = id("value", part === "setter" ? tsType(context, storedType(fn)) : undefined);
  const args = part === "setter" ? [id("value")] : [];
  const result = call(functionOf(context, cls, fn), [...(isOwnMethod(context, cls, fn) ? [] : [thisValue()]), ...args]);
  const body = block([part === "getter" ? returns(result) : statement(result)]);
  // Beside a setter TypeScript takes what that is given for what the getter gives.
  const setter = part === "getter" ? cls.properties.get(name)?.setter : null;
  const given = setter ? returnType(context, fn) : null;
  const isEqual = given && setter && typeKey(given) === typeKey(tsType(context, storedType(setter.fn)));
  return accessor(context, cls, name, part, part === "setter" ? [value] : [], body, fn.async, isEqual ? null : given);
}

const storedType = (fn: FunctionInfo) => {
  const p = fn.node.params.positional[1];
  return (p && fn.passed(p)?.type) ?? ({ k: "unknown" } as const);
};

/** `this.getX`, unless a subclass may have one of its own: `property` keeps the function itself. */
function isOwnMethod(context: Context, cls: ClassInfo, fn: FunctionInfo): boolean {
  if (fn.node.kind !== "FunctionDef") return false;
  const found = cls.findMethod(fn.node.name);
  const overridden = [...context.facts.classes.values()].some(
    (c) => c !== found?.cls && found !== null && c.lineage.includes(found.cls) && c.methods.has(fn.name),
  );
  return found?.method.fn === fn && !overridden;
}

function functionOf(context: Context, cls: ClassInfo, fn: FunctionInfo): ts.Expression {
  if (fn.node.kind === "Lambda") return expression(context, fn.node);
  const name = context.names.property(fn.name);
  if (isOwnMethod(context, cls, fn)) return member(thisValue(), name);
  const owner = fn.owner ?? cls;
  return member(member(member(context.classId(owner), "prototype"), name), "call");
}

function accessor(
  context: Context,
  cls: ClassInfo,
  name: string,
  part: "getter" | "setter" | "deleter",
  params: readonly ts.Pattern[],
  body: ts.BlockStatement,
  async: boolean,
  returnType: ts.TypeNode | null,
): ts.MethodDefinition {
  const isMethod = part === "deleter" || async;
  return {
    type: "MethodDefinition",
    key: id(part === "deleter" ? deleterName(context, name) : context.names.property(name)),
    computed: false,
    kind: isMethod ? "method" : part === "getter" ? "get" : "set",
    static: false,
    override: cls.lineage
      .slice(1)
      .some((c) => (part === "deleter" ? c.properties.get(name)?.deleter : c.properties.get(name))),
    value: {
      type: "FunctionExpression",
      id: null,
      async,
      generator: false,
      params,
      body,
      ...(returnType && part === "getter" && { returnType: annotation(returnType) }),
    },
  };
}

/** set x(_value) { throw new AttributeError("can't set attribute"); } */
function refusing(context: Context, cls: ClassInfo, name: string): ts.MethodDefinition {
  const error = construct(context.runtime("python", "AttributeError"), [string("can't set attribute")]);
  return accessor(context, cls, name, "setter", [id("_value", unknownType())], block([throws(error)]), false, null);
}
