import { partly } from "./built-in-part.ts";
import { isAsciiText } from "../python/utf8.ts";
import type * as py from "../python/ast.ts";
import { library } from "../library/index.ts";
import type { Inference } from "./infer.ts";
import { typeTest } from "./type-test.ts";
import { binaryType, formattedBy, mayBeUnicode } from "./operators.ts";
import { conversionsOf, kindsOf } from "./percent-format.ts";
import {
  binaryMethod,
  haveNoOperator,
  boundSpecial,
  comparisonMethods,
  isIterableObject,
  operatorName,
  reflected,
  unaryMethods,
} from "./special-methods.ts";
import { bool, int, isNotImplemented, long, never, str, type Type, unicode, float, unknown } from "./types.ts";
import type { ExpressionInference } from "./infer-expression.ts";
import { filter, has, isInteger, only, without, asText } from "./kinds.ts";
import { join, members, union } from "./join.ts";

/** The type of what an operator makes, and what its operands tell of each other. */
export class OperatorInference {
  private readonly inf: Inference;
  private readonly expressions: ExpressionInference;

  constructor(inf: Inference, expressions: ExpressionInference) {
    this.inf = inf;
    this.expressions = expressions;
  }

  unary(node: py.UnaryOp): Type {
    if (node.op === "not") {
      this.expressions.eval(node.operand);
      return bool;
    }
    const operand = this.expressions.eval(node.operand);
    const own = this.expressions.elements.invokeSpecial(operand, unaryMethods[node.op] ?? "", []);
    if (own.k !== "never") return own;
    if (operand.k === "lib") return library.operator(operand, unaryMethods[node.op] ?? "", never, this.inf.clock);
    const known = filter(operand, (m) => ["int", "float", "long", "bool", "json", "unknown", "poison"].includes(m.k));
    // True and False are 1 and 0.
    return has(known, "bool") ? union([without(known, "bool"), int]) : known;
  }

  binOp(node: py.BinOp): Type {
    const left = this.expressions.eval(node.left);
    const right = this.expressions.eval(node.right);
    this.hintOperands(node, left, right);
    const type = this.binary(node.op, left, right, node.right);
    const named = node.op === "%" ? this.formatsNamed(node, right) : null;
    if (named) return named;
    return this.sized(node, has(type, "unicode") && this.formatsToStr(node) ? str : type);
  }

  /** `'%(name)s' % {…}` of a `str` and a dict whose keys are known one by one: of what the format shows of them. */
  private formatsNamed({ left }: py.BinOp, right: Type): Type | null {
    if (left.kind !== "Str" || left.type === "unicode" || right.k !== "dict" || !right.record) return null;
    const { record } = right;
    const shown = conversionsOf(left.value);
    if (!shown) return null;
    const isAscii = isAsciiText(left.value);
    const types = shown.filter(({ kind }) => passesUnicode(kind)).map(({ name }) => record.field(name ?? ""));
    if (types.some((type) => only(type, "unicode"))) return unicode;
    return formattedBy(isAscii, types);
  }

  compare(node: py.Compare): Type {
    const { inf } = this;
    const types = [node.left, ...node.comparators].map((e) => this.expressions.eval(e));
    this.noteTest(node);
    node.ops.forEach((op, i) => {
      const [left = never, right = never] = [types[i], types[i + 1]];
      if (op !== "is" && op !== "is not") {
        if (!only(without(right, "none"), "none", "never")) asText(left);
        if (!only(without(left, "none"), "none", "never")) asText(right);
      }
      this.compareObjects(op, left, right);
      const operand = i === 0 ? node.left : node.comparators[i - 1];
      const other = node.comparators[i];
      if (operand && other && op !== "in" && op !== "not in" && op !== "is" && op !== "is not") {
        if (left.k === "never") inf.parameters.hint(operand, without(right, "none"));
        if (right.k === "never") inf.parameters.hint(other, without(left, "none"));
      }
    });
    return bool;
  }

  /** `type(x) == list` of a parameter, which tells of what comes in it. */
  private noteTest(node: py.Compare): void {
    const test = typeTest(node, this.inf);
    const classes = test?.wanted.flatMap((w) => ("cls" in w ? [w.cls] : []));
    if (test && classes && classes.length > 0) this.inf.parameters.ask(test.subject, { classes });
  }

  /** Whether a `str` format makes a `str` though it is given unicode: what `%r` and `%d` show is `str`, only `%s` passes unicode on. */
  private formatsToStr({ op, left, right }: py.BinOp): boolean {
    if (op !== "%" || left.kind !== "Str" || left.type === "unicode") return false;
    const given = right.kind === "Tuple" ? right.elts : [right];
    if (right.kind !== "Tuple" && has(this.inf.facts.typeOf(right), "tuple", "sequence", "dict")) return false;
    const kinds = kindsOf(left.value);
    if (kinds.length !== given.length) return false;
    return given.every((e, i) => !passesUnicode(kinds[i] ?? "s") || !mayBeUnicode(this.inf.facts.typeOf(e)));
  }

  /** A parameter without a caller, next to a known operand. */
  private hintOperands(node: py.BinOp, left: Type, right: Type): void {
    const { inf } = this;
    if (left.k === "never") {
      if (has(right, "str", "unicode") && node.op === "+") inf.parameters.hint(node.left, str);
      else if (has(right, "int", "float")) inf.parameters.hint(node.left, right);
    }
    if (right.k === "never") {
      if (has(left, "str", "unicode") && node.op === "+") inf.parameters.hint(node.right, str);
      else if (has(left, "int", "float")) inf.parameters.hint(node.right, left);
      else if (node.op === "%" && node.left.kind === "Str")
        inf.parameters.hint(node.right, shownAs(kindsOf(node.left.value)[0]));
    }
    if (node.op === "%" && node.left.kind === "Str" && node.right.kind === "Tuple") {
      const kinds = kindsOf(node.left.value);
      node.right.elts.forEach((elt, i) => {
        if (inf.facts.typeOf(elt).k === "never") inf.parameters.hint(elt, shownAs(kinds[i]));
      });
    }
  }

  /** A comparison tells the special methods what they are given. */
  private compareObjects(op: py.CompareOperator, left: Type, right: Type): void {
    if (op === "is" || op === "is not") return;
    if (op === "in" || op === "not in") {
      this.expressions.elements.invokeSpecial(right, "__contains__", [left]);
      for (const m of members(right)) if (isIterableObject(m)) this.expressions.elements.of(m);
      return;
    }
    const [own = "", reflected = ""] = comparisonMethods[op] ?? [];
    for (const name of [own, "__cmp__"]) this.expressions.elements.invokeSpecial(left, name, [right]);
    for (const name of [reflected, "__cmp__"]) this.expressions.elements.invokeSpecial(right, name, [left]);
  }

  binary(op: py.BinaryOperator, l: Type, r: Type, rightNode: py.Expression | null): Type {
    const { left, right } = operands(op, l, r, this.inf.module.tree.futures.has("division"));
    // Text formats whatever comes, before an object is asked.
    const formats = op === "%" && only(left, "str", "unicode");
    if (has(left, "instance") || (has(right, "instance") && !formats)) {
      const trueDivision = this.inf.module.tree.futures.has("division");
      return union(
        members(left).flatMap((l) =>
          members(right).map((r): Type => {
            const found = binaryMethod(op, l, r, trueDivision);
            if (found) {
              const made = this.expressions.calls.invoke(found.method, [found.of === "left" ? r : l]);
              if (!members(made).some(isNotImplemented)) return made;
              const theirs = found.of === "left" ? boundSpecial(r, reflected(found.name)) : null;
              const other = theirs ? this.expressions.calls.invoke(theirs, [l]) : never;
              return filter(union([made, other]), (m) => !isNotImplemented(m));
            }
            if (haveNoOperator(op, l, r, trueDivision)) return never;
            return l.k === "instance" || r.k === "instance" ? unknown : this.binary(op, l, r, rightNode);
          }),
        ),
      );
    }
    if (op === "%" && has(left, "str", "unicode")) {
      asText(left);
      if (rightNode?.kind === "Tuple") for (const elt of rightNode.elts) asText(this.inf.facts.typeOf(elt));
      else asText(right);
      if (right.k === "dict" && !right.record) asText(right.value.type);
      for (const [, held] of (right.k === "dict" && right.record?.fields) || []) asText(held);
    } else if (op === "+" && (has(left, "str", "unicode") || has(right, "str", "unicode"))) {
      // Two bodies joined share their fate; with anything else they are text.
      const bodies = [...members(left), ...members(right)].flatMap((m) => (m.k === "str" ? [m.body] : [null]));
      if (bodies.some((b) => b === null)) {
        asText(left);
        asText(right);
      }
    }
    // An int to a power that is a literal stays one.
    if (op === "**" && isInteger(left) && rightNode?.kind === "Num" && isInteger(right)) return int;
    return binaryType(this.inf.clock, op, left, right, this.inf.module.tree.futures.has("division"));
  }

  augmented(node: py.AugAssign): Type {
    const { inf } = this;
    inf.sure.exclude(node.target);
    const left = this.expressions.eval(node.target);
    const right = this.expressions.eval(node.value);
    const list = partly(left, "__iadd__", "__add__");
    if (left.k !== "list" && node.op === "*" && partly(left, "__imul__", "__mul__").k === "list") return left;
    if (list.k === "list" && node.op === "+") {
      list.elem.grow(this.expressions.elements.of(right, node.value));
      return left;
    }
    const inPlace = operatorName(node.op, this.inf.module.tree.futures.has("division"));
    const method = `__i${inPlace ?? ""}__`;
    const own = this.expressions.elements.invokeSpecial(left, method, [right]);
    // What it gives is not known before its body has been read.
    const isOwn = left.k !== "never" && members(left).every((m) => boundSpecial(m, method) !== null);
    if (own.k !== "never" || isOwn) return own;
    // A list that the operator makes is the place's: each round has the same.
    const made = inf.clock.at(node, () => this.binary(node.op, left, right, node.value));
    const type = this.sized(node, made);
    inf.facts.recordResult(node, type);
    return type;
  }

  /** The result of an operation on integers: of any size where it may leave the range of a number. */
  private sized(node: py.BinOp | py.AugAssign, type: Type): Type {
    const { large, fits } = this.inf.growth;
    if (large.has(node) && has(type, "int"))
      return node.op === "**" && only(type, "int", "float") ? long : join(long, without(type, "int"));
    return fits.has(node) && has(type, "long") ? join(int, without(type, "long")) : type;
  }
}

/** What is left and right of a binary operator, where an object that is a dict or list beside its own has no method for it. */
export function operands(
  op: py.BinaryOperator,
  left: Type,
  right: Type,
  trueDivision: boolean,
): { readonly left: Type; readonly right: Type } {
  const name = operatorName(op, trueDivision) ?? "";
  const looked = op === "%" ? ["__repr__", "__str__"] : [];
  return { left: partly(left, `__${name}__`), right: partly(right, `__r${name}__`, ...looked) };
}

/** `%s` and `%c` show unicode as it is, which makes the text unicode; the others make `str`. */
const passesUnicode = (kind: string): boolean => kind === "s" || kind === "c";

/** What a conversion is mostly given. */
const shownAs = (kind = "s"): Type => (/[dixXoc]/.test(kind) ? int : /[eEfFgG]/.test(kind) ? float : str);
