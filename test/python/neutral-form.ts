import type {
  Block,
  Comprehension,
  Expression,
  Module,
  Num,
  Parameter,
  Parameters,
  Slice,
  Statement,
} from "../../src/python/ast.ts";
import type { Source } from "../../src/python/source.ts";
import { CPythonPlaces } from "./cpython-place.ts";

/**
 * Our tree in the form that dump-ast.py gives CPython 2.7's: fields in `ast`'s order, statements with their line, constants with type
 * and value, places (line and column) of statements and expressions. Where our tree keeps or merges what CPython splits or folds, this
 * undoes it. One string for each statement of the file.
 */
export function neutralForms(module: Module, source: Source): string[] {
  const printer = new Printer(source);
  return module.body.map((statement) => printer.statement(statement));
}

/** The form of a file, as dump-ast.py prints it. */
export function neutralForm(module: Module, source: Source): string {
  return `[${neutralForms(module, source).join("¶")}]`;
}

/** The statements of a form. */
export function statementsOf(form: string): string[] {
  return form === "[]" ? [] : form.slice(1, -1).split("¶");
}

/** A form without places, which is for people. */
export function withoutPlaces(form: string): string {
  return form.replace(/‹[^›]*›/g, "").replaceAll("¶", " ");
}

const BINARY: Readonly<Record<string, string>> = {
  "+": "Add",
  "-": "Sub",
  "*": "Mult",
  "/": "Div",
  "//": "FloorDiv",
  "%": "Mod",
  "**": "Pow",
  "<<": "LShift",
  ">>": "RShift",
  "|": "BitOr",
  "^": "BitXor",
  "&": "BitAnd",
};

const COMPARE: Readonly<Record<string, string>> = {
  "==": "Eq",
  "!=": "NotEq",
  "<": "Lt",
  "<=": "LtE",
  ">": "Gt",
  ">=": "GtE",
  is: "Is",
  "is not": "IsNot",
  in: "In",
  "not in": "NotIn",
};

const UNARY: Readonly<Record<string, string>> = { not: "Not", "-": "USub", "+": "UAdd", "~": "Invert" };

class Printer {
  readonly #source: Source;
  readonly #places: CPythonPlaces;

  constructor(source: Source) {
    this.#source = source;
    this.#places = new CPythonPlaces(source);
  }

  #block(block: Block | null): string {
    return `[${(block?.body ?? []).map((statement) => this.statement(statement)).join(" ")}]`;
  }

  #list(nodes: readonly Expression[]): string {
    return `[${nodes.map((node) => this.#expression(node)).join(" ")}]`;
  }

  #optional(node: Expression | null): string {
    return node === null ? "-" : this.#expression(node);
  }

  statement(node: Statement): string {
    const place = this.#places.ofStatement(node);
    const head = (kind: string, ...fields: readonly string[]): string =>
      `(${[headed(kind, place), ...fields].join(" ")})`;
    const one = (each: Expression): string => this.#expression(each);
    const maybe = (each: Expression | null): string => this.#optional(each);
    switch (node.kind) {
      case "FunctionDef":
        return head(
          "FunctionDef",
          node.name,
          this.#parameters(node.params),
          this.#block(node.body),
          this.#list(node.decorators),
        );
      case "ClassDef":
        return head("ClassDef", node.name, this.#list(node.bases), this.#block(node.body), this.#list(node.decorators));
      case "Return":
        return head("Return", maybe(node.value));
      case "Delete":
        return head("Delete", this.#list(node.targets));
      case "Assign":
        return head("Assign", this.#list(node.targets), one(node.value));
      case "AugAssign":
        return head("AugAssign", one(node.target), BINARY[node.op]!, one(node.value));
      case "Print":
        return head("Print", maybe(node.dest), this.#list(node.values), node.newline ? "True" : "False");
      case "For":
        return head("For", this.#target(node.target), one(node.iter), this.#block(node.body), this.#block(node.orelse));
      case "While":
        return head("While", one(node.test), this.#block(node.body), this.#block(node.orelse));
      case "If":
        return head("If", one(node.test), this.#block(node.body), this.#block(node.orelse));
      case "With":
        // CPython nests the items, each with its own line.
        return node.items.reduceRight((body, item, index) => {
          const form = `(${headed("With", this.#places.ofItem(node, index))} ${one(item.context)} ${maybe(item.target)} ${body})`;
          return index === 0 ? form : `[${form}]`;
        }, this.#block(node.body));
      case "Raise":
        return head("Raise", maybe(node.type), maybe(node.inst), maybe(node.tback));
      case "Try": {
        const handlers = node.handlers.map(
          (each) => `(ExceptHandler ${maybe(each.type)} ${maybe(each.target)} ${this.#block(each.body)})`,
        );
        const except = head("TryExcept", this.#block(node.body), `[${handlers.join(" ")}]`, this.#block(node.orelse));
        if (node.finalbody === null) return except;
        const body = node.handlers.length === 0 ? this.#block(node.body) : `[${except}]`;
        return head("TryFinally", body, this.#block(node.finalbody));
      }
      case "Assert":
        return head("Assert", one(node.test), maybe(node.msg));
      case "Import":
      case "ImportFrom": {
        const names = `[${node.names.map((alias) => `(alias ${alias.name} ${alias.asname ?? "-"})`).join(" ")}]`;
        if (node.kind === "Import") return head("Import", names);
        return head("ImportFrom", node.module === "" ? "-" : node.module, names, String(node.level));
      }
      case "Exec":
        return head("Exec", one(node.body), maybe(node.globals), maybe(node.locals));
      case "Global":
        return head("Global", `[${node.names.join(" ")}]`);
      case "Expr":
        return head("Expr", one(node.value));
      case "Pass":
      case "Break":
      case "Continue":
        return head(node.kind);
      case "AnnAssign":
      case "Nonlocal":
      case "Invalid":
        return head(`!${node.kind}`);
    }
  }

  #target(node: Expression): string {
    return this.#expression(node, this.#places.ofTarget(node));
  }

  #expression(node: Expression, place = this.#places.of(node)): string {
    const at = marked(place);
    const one = (each: Expression): string => this.#expression(each);
    switch (node.kind) {
      case "Name":
        return node.id + at;
      case "Num":
        return number(node, 1n) + at;
      case "Str":
        return `${node.type === "unicode" ? "u" : "b"}${quoted(node.value)}${at}`;
      case "BoolOp":
        return `(BoolOp${at} ${node.op === "and" ? "And" : "Or"} ${this.#list(node.values)})`;
      case "BinOp":
        return `(BinOp${at} ${one(node.left)} ${BINARY[node.op] ?? node.op} ${one(node.right)})`;
      case "UnaryOp": {
        // CPython folds a sign that directly precedes a number.
        const between = this.#source.text.slice(node.start + 1, node.operand.start);
        if (node.op === "-" && node.operand.kind === "Num" && !between.includes("(")) {
          return number(node.operand, -1n) + at;
        }
        return `(UnaryOp${at} ${UNARY[node.op]} ${one(node.operand)})`;
      }
      case "Compare":
        return `(Compare${at} ${one(node.left)} [${node.ops.map((op) => COMPARE[op]).join(" ")}] ${this.#list(node.comparators)})`;
      case "Lambda":
        return `(Lambda${at} ${this.#parameters(node.params)} ${one(node.body)})`;
      case "IfExp":
        return `(IfExp${at} ${one(node.test)} ${one(node.body)} ${one(node.orelse)})`;
      case "Dict":
        return `(Dict${at} [${node.items.map((item) => this.#optional(item.key)).join(" ")}] ${this.#list(node.items.map((item) => item.value))})`;
      case "Set":
      case "List":
      case "Tuple":
        return `(${node.kind}${at} ${this.#list(node.elts)})`;
      case "ListComp":
      case "SetComp":
      case "GeneratorExp":
        return `(${node.kind}${at} ${one(node.elt)} ${this.#generators(node.generators)})`;
      case "DictComp":
        return `(DictComp${at} ${one(node.key)} ${one(node.value)} ${this.#generators(node.generators)})`;
      case "Yield":
        return `(Yield${at} ${this.#optional(node.value)})`;
      case "Call": {
        const keywords = node.keywords.map((keyword) => `(keyword ${keyword.name} ${one(keyword.value)})`).join(" ");
        const rest = `${this.#optional(node.starargs)} ${this.#optional(node.kwargs)}`;
        return `(Call${at} ${one(node.func)} ${this.#list(node.args)} [${keywords}] ${rest})`;
      }
      case "Repr":
        return `(Repr${at} ${one(node.value)})`;
      case "Attribute":
        return `(Attribute${at} ${one(node.value)} ${node.attr})`;
      case "Subscript":
        return `(Subscript${at} ${one(node.value)} ${this.#slice(node.slice)})`;
      case "JoinedStr":
      case "Starred":
      case "Await":
      case "InvalidExpression":
        return `(!${node.kind})`;
    }
  }

  #slice(slice: Slice): string {
    switch (slice.type) {
      case "index":
        return `(Index ${this.#expression(slice.value)})`;
      case "slice":
        return `(Slice ${this.#optional(slice.lower)} ${this.#optional(slice.upper)} ${this.#optional(slice.step)})`;
      case "extended":
        return `(ExtSlice [${slice.dims.map((dim) => this.#slice(dim)).join(" ")}])`;
      case "ellipsis":
        return "(Ellipsis)";
    }
  }

  #generators(generators: readonly Comprehension[]): string {
    const forms = generators.map(
      ({ target, iter, ifs }) => `(comprehension ${this.#target(target)} ${this.#expression(iter)} ${this.#list(ifs)})`,
    );
    return `[${forms.join(" ")}]`;
  }

  #parameters({ positional, vararg, kwarg }: Parameters): string {
    const targets = this.#list(positional.map((parameter) => parameter.target));
    const defaults = this.#list(positional.flatMap((parameter) => parameter.default ?? []));
    const name = (parameter: Parameter | null): string =>
      parameter === null ? "-" : this.#source.text.slice(parameter.target.start, parameter.target.end);
    return `(arguments ${targets} ${defaults} ${name(vararg)} ${name(kwarg)})`;
  }
}

/** A statement's kind with its line, which is for people too. */
function headed(kind: string, place: string): string {
  return `${kind}@${place.split(":")[0]}${marked(place)}`;
}

function marked(place: string): string {
  return `‹${place}›`;
}

function number({ number: literal }: Num, sign: 1n | -1n): string {
  if (literal.type === "int" || literal.type === "long") return `${literal.type}:${sign * literal.value}`;
  const view = new DataView(new ArrayBuffer(8));
  view.setFloat64(0, sign < 0n ? -literal.value : literal.value);
  return `${literal.type}:${view.getBigUint64(0).toString(16).padStart(16, "0")}`;
}

function quoted(text: string): string {
  const escaped = text.replace(/[^ !#-[\]-~]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`);
  return `"${escaped}"`;
}
