import { derivesFromException } from "../analysis/exception-type.ts";
import type { ClassInfo, FunctionInfo } from "../analysis/entities.ts";
import {
  array,
  as,
  assign,
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
import type * as ts from "../emit/tree.ts";
import { library } from "../library/index.ts";
import { parseSignature } from "../library/signature.ts";
import { beforeSuper } from "./before-super.ts";
import type { Context } from "./context.ts";
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
  if (first === 0 && statement_) return body;
  const isException = derivesFromException(cls);
  if (first < 0 || isException) {
    if (isException) {
      // Until the base's `__init__` is called, which may be never, an exception has no arguments.
      const later = body.body.map((s): ts.Statement => (isSuperCall(s) ? argsFrom(s) : s));
      const isBuiltin = cls.libraryBase?.startsWith("exceptions.") === true;
      if (isBuiltin && !cls.lineage.slice(1).some((c) => c.methods.has("__init__")))
        return blockNode([statement(call({ type: "Super" }, [])), ...later]);
    }
    const init = cls.lineage.slice(1).find((c) => c.methods.has("__init__"));
    if (!init && !isException && !needsArguments(cls))
      return blockNode([statement(call({ type: "Super" }, [])), ...body.body]);
  }
  const apart = statement_ && beforeSuper(context, cls, body.body.slice(0, first), statement_);
  if (apart) return blockNode([...apart, ...body.body.slice(first + 1)]);
  const left = context.untranslated(
    "U0110",
    "the base class is initialised after other statements, or not at all",
    fn.node,
  );
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

const usesThis = (node: ts.Statement): boolean => hasNode(node, "ThisExpression");

/** A class of the library that is not made without arguments. */
const needsArguments = (cls: ClassInfo): boolean => {
  const made = library.classEntry(cls.libraryBase ?? "")?.constructor;
  return made != null && parseSignature(made.params).some((p) => !p.optional && !p.variadic && !p.collects);
};

/** The type of the program's class that this one derives from, where that is not made without arguments; null where it is. */
function constructedWith(context: Context, { parent }: ClassInfo): ts.TypeNode | null {
  const init = parent?.findMethod("__init__")?.method.fn;
  if (!parent || !init || init.async || context.facts.undone.has(parent) || !context.sees(parent)) return null;
  const [, ...params] = init.node.params.positional;
  return params.every((p) => p.default) ? null : { type: "TSTypeQuery", exprName: context.classId(parent) };
}

const argsFrom = (node: ts.Statement): ts.Statement => {
  const made =
    node.type === "ExpressionStatement" && node.expression.type === "CallExpression" ? node.expression.arguments : [];
  return statement(assign(member(thisValue(), "args"), array(made)));
};
