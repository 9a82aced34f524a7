import { derivesFromException } from "../analysis/exception-type.ts";
import type { ClassInfo, FunctionInfo } from "../analysis/entities.ts";
import {
  array,
  arrow,
  as,
  block as blockNode,
  call,
  member,
  returns,
  spread,
  statement,
  thisValue,
  typeRef,
  unknownType,
} from "../emit/build.ts";
import { freeNames } from "../emit/free-names.ts";
import { hasNode } from "../emit/has-node.ts";
import { isNode, type Node, replace } from "../emit/nodes.ts";
import type * as ts from "../emit/tree.ts";
import { library } from "../library/index.ts";
import { parseSignature } from "../library/signature.ts";
import { beforeSuper } from "./before-super.ts";
import { walk } from "../python/walk.ts";
import type { Context } from "./context.ts";
import { exceptionBody, superCalls } from "./exception-constructor.ts";
import { isSuperCall } from "./function.ts";

/** An `__init__` that awaits: it gives the object, so that making one is a single expression. */
export const initBody = (body: ts.BlockStatement): ts.BlockStatement => blockNode([...body.body, returns(thisValue())]);

/**
 * The body of a constructor. A derived class must call `super` before it touches `this`: the base's `__init__`, where it is the first
 * statement, is that call; an exception without one has no arguments.
 */
export function constructorBody(
  context: Context,
  cls: ClassInfo,
  fn: FunctionInfo,
  body: ts.BlockStatement,
): ts.BlockStatement {
  if (cls.bases.length === 0 || cls.bases.every((b) => b.k === "libclass" && b.name === "builtins.object")) return body;
  const first = body.body.findIndex(isSuperCall);
  // It throws: nothing that comes before or after can be seen.
  if (cls.isOpaque) {
    const isFirst = first >= 0 && !body.body.slice(0, first).some(usesThis);
    const base = constructedWith(context, cls);
    const given = base ? [spread(as(as(array([]), unknownType()), typeRef("ConstructorParameters", [base])))] : [];
    return isFirst ? body : blockNode([statement(call({ type: "Super" }, given)), ...body.body]);
  }
  const [statement_] = first >= 0 ? [body.body[first]] : [];
  const isSole = superCalls(body).length === 1;
  if (statement_ && isSole) {
    if (cls.libraryBase !== null) bindLater(context, cls, statement_);
    const isLater = !usesThis(statement_) && (!hasNode(statement_, "ThisExpression") || !callsWhatItIsGiven(cls));
    if (first === 0 && isLater) return body;
    const apart = beforeSuper(context, cls, body.body.slice(0, first), statement_);
    if (apart) return blockNode([...apart, ...body.body.slice(first + 1)]);
  }
  const exception = exceptionBody(cls, body);
  if (exception) return exception;
  if (superCalls(body).length === 0 && !derivesFromException(cls) && !needsArguments(cls)) {
    const init = cls.lineage.slice(1).find((c) => c.methods.has("__init__"));
    const init_ = init?.methods.get("__init__")?.fn.node;
    if (!init || (init_?.kind === "FunctionDef" && init_.isAdded))
      return blockNode([statement(call({ type: "Super" }, [])), ...body.body]);
  }
  const why =
    first === 0 && isSole
      ? "the base class is given the object that it has not made yet"
      : "the base class is initialised after other statements, or not at all";
  const left = context.untranslated("U0110", why, fn.node);
  // What is not made without arguments is not made at all.
  const isWritten = statement_ !== undefined && !usesThis(statement_) && !usesLocals(statement_, body);
  const base = isWritten ? null : constructedWith(context, cls);
  const takesMark = base !== null || (needsArguments(cls) && !isWritten);
  const given = base ? spread(as(left, typeRef("ConstructorParameters", [base]))) : left;
  const mark = statement(takesMark ? call({ type: "Super" }, [given]) : left);
  context.comments.before(
    mark,
    context
      .takeMarks()
      .flat()
      .map((v) => ({ type: "Line", value: v })),
  );
  if (isWritten) return blockNode([mark, statement_, ...body.body.toSpliced(first, 1)]);
  return blockNode([...(takesMark ? [] : [statement(call({ type: "Super" }, []))]), mark, ...body.body]);
}

/** It is given a variable of the constructor, which is declared by then. */
function usesLocals(node: ts.Statement, { body }: ts.BlockStatement): boolean {
  const outer = freeNames(body);
  return [...freeNames([node])].some((name) => !outer.has(name));
}

/**
 * What a base of the library is given of the object's methods is called later, when there is a `this`:
 *   Thread.__init__(self, target=self.work)  →  super({ target: () => this.work() });
 */
function bindLater(context: Context, cls: ClassInfo, node: Node): void {
  for (const [key, value] of Object.entries(node))
    for (const child of Array.isArray(value) ? value : [value]) {
      if (!isNode(child)) continue;
      const method = boundMethod(child);
      if (method !== null && takesNothing(context, cls, method))
        replace(node, key, child, arrow([], call(member(thisValue(), method), [])));
      else bindLater(context, cls, child);
    }
}

/** `name` of `this.name.bind(this)`. */
function boundMethod(node: Node): string | null {
  if (node.type !== "CallExpression" || node.callee.type !== "MemberExpression") return null;
  const { object, property } = node.callee;
  const isBound = property.type === "Identifier" && property.name === "bind" && object.type === "MemberExpression";
  if (!isBound || object.object.type !== "ThisExpression" || object.property.type !== "Identifier") return null;
  return object.computed ? null : object.property.name;
}

const takesNothing = (context: Context, cls: ClassInfo, method: string): boolean =>
  cls.lineage.some((one) =>
    [...one.methods].some(
      ([name, { fn, wraps }]) =>
        context.names.property(name) === method &&
        wraps === null &&
        fn.binding === "instance" &&
        fn.node.params.positional.length === 1 &&
        fn.node.params.vararg === null,
    ),
  );

/** Whether an `__init__` of a base in the program calls, or hands to another function, what it is given. */
function callsWhatItIsGiven(cls: ClassInfo): boolean {
  return cls.lineage.slice(1).some((base) => {
    const init = base.methods.get("__init__")?.fn.node;
    if (init?.kind !== "FunctionDef") return init !== undefined;
    const [, ...given] = init.params.positional.flatMap((p) => (p.target.kind === "Name" ? [p.target.id] : []));
    let calls = init.params.vararg !== null || init.params.kwarg !== null;
    for (const item of init.body.body)
      walk(item, (node) => {
        if (node.kind !== "Call" || (node.func.kind === "Attribute" && node.func.attr === "__init__")) return;
        walk(node, (part) => {
          if (part.kind === "Name" && given.includes(part.id)) calls = true;
        });
      });
    return calls;
  });
}

/** `this` is asked for before there is one: what an arrow function does with it comes later. */
function usesThis(node: Node): boolean {
  if (node.type === "ThisExpression") return true;
  return Object.values(node)
    .flat()
    .some((child) => isNode(child) && child.type !== "ArrowFunctionExpression" && usesThis(child));
}

/** A class of the library that is not made without arguments. */
const needsArguments = (cls: ClassInfo): boolean => {
  const made = library.classEntry(cls.libraryBase ?? "")?.constructor;
  return made != null && parseSignature(made.params).some((p) => !p.optional && !p.variadic && !p.collects);
};

/** The type of the program's class that this one derives from, where that is not made without arguments; null where it is. */
function constructedWith(context: Context, { parent }: ClassInfo): ts.TypeNode | null {
  const init = parent?.findMethod("__init__")?.method.fn;
  if (!parent || !init || init.initialisesLater || context.facts.undone.has(parent) || !context.sees(parent))
    return null;
  const [, ...params] = init.node.params.positional;
  return params.every((p) => p.default) ? null : { type: "TSTypeQuery", exprName: context.classId(parent) };
}
