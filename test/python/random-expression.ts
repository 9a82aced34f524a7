import fc from "fast-check";

/**
 * Random Python 2.7, each piece as its text and as CPython's form of it (`neutral-form.ts`, without places). The text has parentheses
 * where the tree needs them, by the table of precedences in the language reference, and some where it does not; white space, comments
 * and continuations are anything that means nothing.
 */
export interface Piece {
  readonly text: string;
  readonly form: string;
  /** How tightly it binds: see `PRECEDENCE`. */
  readonly level: number;
}

const TEST = 0;
const ATOM = 16;
/** From loosest to tightest: conditional and lambda, or, and, not, comparison, `|`, `^`, `&`, shift, sum, product, sign, power, atom. */
const PRECEDENCE = {
  or: 1,
  and: 2,
  not: 3,
  compare: 4,
  "|": 5,
  "^": 6,
  "&": 7,
  shift: 8,
  sum: 9,
  product: 10,
  sign: 11,
  power: 12,
};

const NAMES = [
  "a",
  "b_1",
  "Cls",
  "true",
  "nonlocal",
  "async",
  "match",
  "type",
  "None",
  "print_",
  "execute",
  "u",
  "r",
  "ur",
];
const name = fc.constantFrom(...NAMES).map((text): Piece => ({ text, form: text, level: ATOM }));
/** Names that may be bound. */
const bindable = name.filter(({ text }) => text !== "None");

const number = fc
  .oneof(
    fc.bigInt({ min: 0n, max: 2n ** 70n }).chain((value) => {
      const type = value >= 2n ** 63n ? "long" : "int";
      const texts = [
        `${value}`,
        `0x${value.toString(16)}`,
        `0X${value.toString(16).toUpperCase()}`,
        `0${value.toString(8)}`,
        `0b${value.toString(2)}`,
      ];
      return fc.constantFrom(...texts.map((text) => ({ text, form: `${type}:${value}` })), {
        text: `${value}L`,
        form: `long:${value}`,
      });
    }),
    fc.double({ min: 0, noNaN: true, noDefaultInfinity: true }).map((value) => ({
      text: /[.e]/.test(String(value)) ? String(value) : `${value}.`,
      form: `float:${bits(value)}`,
    })),
    fc.nat().map((value) => ({ text: `${value}j`, form: `imag:${bits(value)}` })),
  )
  .map((piece): Piece => ({ ...piece, level: ATOM }));

function bits(value: number): string {
  const view = new DataView(new ArrayBuffer(8));
  view.setFloat64(0, value);
  return view.getBigUint64(0).toString(16).padStart(16, "0");
}

/** A literal of any prefix and quotes, of characters that mean themselves or are escaped one way or another. */
const string = fc
  .record({
    prefix: fc.constantFrom("", "u", "U", "b", "r", "R", "ur", "bR"),
    quote: fc.constantFrom("'", '"', "'''", '"""'),
    characters: fc.array(
      fc.integer({ min: 0, max: 0xff }).chain((code) => fc.tuple(fc.constant(code), fc.nat(2))),
      { maxLength: 6 },
    ),
  })
  .map(({ prefix, quote, characters }): Piece => {
    const unicode = /u/i.test(prefix);
    const raw = /r/i.test(prefix);
    let text = "";
    let value = "";
    for (const [code, how] of characters) {
      const character = String.fromCharCode(code);
      const plain = /^[ -~]$/.test(character) && !"'\"\\".includes(character);
      if (plain && (raw || how === 0)) text += character;
      else if (raw) continue;
      else if (how === 1) text += `\\x${code.toString(16).padStart(2, "0")}`;
      else if (how === 2 && unicode) text += `\\u${code.toString(16).padStart(4, "0")}`;
      else text += `\\${code.toString(8).padStart(3, "0")}`;
      value += character;
    }
    const quoted = value.replace(/[^ !#-[\]-~]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`);
    return { text: prefix + quote + text + quote, form: `${unicode ? "u" : "b"}"${quoted}"`, level: ATOM };
  });

/** In parentheses where it binds more loosely than asked, or where `extra` says so. */
export function at(level: number, piece: Piece, extra = false): string {
  return piece.level < level || extra ? `(${piece.text})` : piece.text;
}

const gap = fc.constantFrom(" ", "  ", "\t", " \\\n ", " \f");
/** Inside brackets, where lines end anywhere. */
const innerGap = fc.constantFrom("", " ", "\n", "\n\t", "  # '(\n", " \\\n");

export function list(pieces: readonly Piece[]): string {
  return `[${pieces.map(({ form }) => form).join(" ")}]`;
}

const SUMS = [
  ["+", "Add"],
  ["-", "Sub"],
] as const;
const PRODUCTS = [
  ["*", "Mult"],
  ["/", "Div"],
  ["//", "FloorDiv"],
  ["%", "Mod"],
] as const;
const SHIFTS = [
  ["<<", "LShift"],
  [">>", "RShift"],
] as const;
const BINARY = [
  ...SUMS.map(([sign, form]) => ({ sign, form, level: PRECEDENCE.sum })),
  ...PRODUCTS.map(([sign, form]) => ({ sign, form, level: PRECEDENCE.product })),
  ...SHIFTS.map(([sign, form]) => ({ sign, form, level: PRECEDENCE.shift })),
  { sign: "|", form: "BitOr", level: PRECEDENCE["|"] },
  { sign: "^", form: "BitXor", level: PRECEDENCE["^"] },
  { sign: "&", form: "BitAnd", level: PRECEDENCE["&"] },
];
const COMPARISONS = [
  ["<", "Lt"],
  ["<=", "LtE"],
  ["==", "Eq"],
  ["!=", "NotEq"],
  ["<>", "NotEq"],
  [">", "Gt"],
  [">=", "GtE"],
  ["is", "Is"],
  ["is not", "IsNot"],
  ["in", "In"],
  ["not in", "NotIn"],
] as const;

export const expressions = fc.letrec<{ any: Piece; target: Piece }>((tie) => {
  const any = tie("any");
  // The scanner reads literals in a row by itself, where there are enough of them.
  const row = fc
    .tuple(
      fc.array(any, { maxLength: 1 }),
      fc.array(fc.oneof(number, string), { minLength: 8, maxLength: 12 }),
      fc.array(any, { maxLength: 2 }),
    )
    .map((parts) => parts.flat());
  const few = fc.oneof({ weight: 4, arbitrary: fc.array(any, { maxLength: 3 }) }, { weight: 1, arbitrary: row });
  const some = fc.oneof(
    { weight: 4, arbitrary: fc.array(any, { minLength: 1, maxLength: 3 }) },
    { weight: 1, arbitrary: row },
  );
  const binary = fc
    .tuple(any, any, fc.constantFrom(...BINARY), gap, fc.boolean())
    .map(([left, right, { sign, form, level }, space, extra]) => ({
      text: `${at(level, left, extra)}${space}${sign}${space}${at(level + 1, right)}`,
      form: `(BinOp ${left.form} ${form} ${right.form})`,
      level,
    }));
  const power = fc.tuple(any, any).map(([left, right]) => ({
    text: `${at(ATOM, left)}**${at(PRECEDENCE.sign, right)}`,
    form: `(BinOp ${left.form} Pow ${right.form})`,
    level: PRECEDENCE.power,
  }));
  const unary = fc
    .tuple(any, fc.constantFrom(["+", "UAdd"], ["~", "Invert"], ["-", "USub"]))
    .map(([operand, [sign, form]]) => ({
      // CPython folds a minus into the number after it.
      text: `${sign} ${at(PRECEDENCE.sign, operand, /^(?:int|long|float|imag):/.test(operand.form))}`,
      form: `(UnaryOp ${form} ${operand.form})`,
      level: PRECEDENCE.sign,
    }));
  const not = any.map((operand) => ({
    text: `not ${at(PRECEDENCE.not, operand)}`,
    form: `(UnaryOp Not ${operand.form})`,
    level: PRECEDENCE.not,
  }));
  const boolean = fc
    .tuple(fc.constantFrom("and" as const, "or" as const), fc.array(any, { minLength: 2, maxLength: 4 }), gap)
    .map(([op, values, space]) => ({
      text: values.map((value) => at(PRECEDENCE[op] + 1, value)).join(`${space}${op}${space}`),
      form: `(BoolOp ${op === "and" ? "And" : "Or"} ${list(values)})`,
      level: PRECEDENCE[op],
    }));
  const comparison = fc
    .tuple(any, fc.array(fc.tuple(fc.constantFrom(...COMPARISONS), any), { minLength: 1, maxLength: 3 }))
    .map(([left, rest]) => ({
      text:
        at(PRECEDENCE.compare + 1, left) +
        rest.map(([[sign], right]) => ` ${sign} ${at(PRECEDENCE.compare + 1, right)}`).join(""),
      form: `(Compare ${left.form} [${rest.map(([[, form]]) => form).join(" ")}] ${list(rest.map(([, right]) => right))})`,
      level: PRECEDENCE.compare,
    }));
  const conditional = fc.tuple(any, any, any).map(([body, test, orelse]) => ({
    text: `${at(PRECEDENCE.or, body)} if ${at(PRECEDENCE.or, test)} else ${at(TEST, orelse)}`,
    form: `(IfExp ${test.form} ${body.form} ${orelse.form})`,
    level: TEST,
  }));
  const lambda = fc
    .tuple(any, any, fc.constantFrom("", "x", "x, (y, z)", "*rest", "x, **named"))
    .map(([value, body, params]) => {
      const forms: Record<string, string> = {
        "": "[] [] - -",
        x: "[x] [] - -",
        "x, (y, z)": "[x (Tuple [y z])] [] - -",
        "*rest": "[] [] rest -",
        "x, **named": "[x] [] - named",
      };
      const [text, form] =
        params === "x" ? [`x=${at(TEST, value)}`, `[x] [${value.form}] - -`] : [params, forms[params]!];
      return {
        text: `lambda${text === "" ? "" : ` ${text}`}: ${at(TEST, body)}`,
        form: `(Lambda (arguments ${form}) ${body.form})`,
        level: TEST,
      };
    });
  const display = fc
    .tuple(fc.constantFrom(["[", "]", "List"], ["{", "}", "Set"], ["(", ")", "Tuple"]), some, innerGap, fc.boolean())
    .map(([[open, close, kind], elts, space, comma]) => ({
      text: `${open}${space}${elts.map(({ text }) => text).join(`,${space}`)}${comma || elts.length === 1 ? `,${space}` : ""}${close}`,
      form: `(${kind} ${list(elts)})`,
      level: ATOM,
    }));
  const dictionary = fc.tuple(fc.array(fc.tuple(any, any), { maxLength: 3 }), innerGap).map(([items, space]) => ({
    text: `{${space}${items.map(([key, value]) => `${key.text}:${space}${value.text}`).join(",")}${space}}`,
    form: `(Dict ${list(items.map(([key]) => key))} ${list(items.map(([, value]) => value))})`,
    level: ATOM,
  }));
  const comprehension = fc
    .tuple(
      fc.constantFrom(["[", "]", "ListComp"], ["{", "}", "SetComp"], ["(", ")", "GeneratorExp"]),
      any,
      tie("target"),
      any,
      fc.array(any, { maxLength: 2 }),
      innerGap,
    )
    .map(([[open, close, kind], elt, target, iter, ifs, space]) => ({
      // The grammar has no conditional expression, and in a list no lambda without parentheses, where the next clause could follow.
      text: `${open}${elt.text}${space || " "}for ${target.text} in ${at(PRECEDENCE.or, iter)}${ifs.map((test) => ` if ${at(PRECEDENCE.or, test)}`).join("")}${space}${close}`,
      form: `(${kind} ${elt.form} [(comprehension ${target.form} ${iter.form} ${list(ifs)})])`,
      level: ATOM,
    }));
  const call = fc
    .tuple(any, few, fc.option(any), fc.option(any), fc.option(any), innerGap)
    .map(([func, args, keyword, star, stars, space]) => ({
      text: `${at(ATOM, func)}(${space}${[...args.map(({ text }) => text), ...(keyword ? [`key=${keyword.text}`] : []), ...(star ? [`*${star.text}`] : []), ...(stars ? [`**${stars.text}`] : [])].join(`,${space}`)})`,
      form: `(Call ${func.form} ${list(args)} [${keyword ? `(keyword key ${keyword.form})` : ""}] ${star?.form ?? "-"} ${stars?.form ?? "-"})`,
      level: ATOM,
    }));
  const attribute = fc.tuple(any, name, gap).map(([value, { text }, space]) => ({
    text: `${at(ATOM, value, /^(?:int|long|float|imag):/.test(value.form))}${space.trim() === "" ? "" : space}.${text === "None" ? "none" : text}`,
    form: `(Attribute ${value.form} ${text === "None" ? "none" : text})`,
    level: ATOM,
  }));
  const subscript = fc
    .tuple(any, fc.option(any), fc.option(any), fc.constantFrom("index", "slice", "step", "tuple", "ellipsis"))
    .map(([value, low, high, how]) => {
      const lower = low?.form ?? "-";
      const upper = high?.form ?? "-";
      const index = low ?? { text: "0", form: "int:0" };
      const [text, form] = {
        index: [index.text, `(Index ${index.form})`],
        slice: [`${low?.text ?? ""} : ${high?.text ?? ""}`, `(Slice ${lower} ${upper} -)`],
        step: [`${low?.text ?? ""} : : ${high?.text ?? ""}`, `(Slice ${lower} - ${high?.form ?? "None"})`],
        tuple: [`${index.text}, ${index.text}`, `(Index (Tuple [${index.form} ${index.form}]))`],
        ellipsis: [`${index.text}, ...`, `(ExtSlice [(Index ${index.form}) (Ellipsis)])`],
      }[how] as [string, string];
      return { text: `${at(ATOM, value)}[${text}]`, form: `(Subscript ${value.form} ${form})`, level: ATOM };
    });
  const backticks = any.map(({ text, form }) => ({ text: `\`${text}\``, form: `(Repr ${form})`, level: ATOM }));
  return {
    any: fc.oneof(
      { maxDepth: 4, withCrossShrink: true },
      name,
      number,
      string,
      binary,
      power,
      unary,
      not,
      boolean,
      comparison,
      conditional,
      lambda,
      display,
      dictionary,
      comprehension,
      call,
      attribute,
      subscript,
      backticks,
    ),
    target: fc.oneof(
      { maxDepth: 3, withCrossShrink: true },
      bindable,
      fc.tuple(any, name).map(([value]) => ({
        text: `${at(ATOM, value, /^(?:int|long|float|imag):/.test(value.form))}.field`,
        form: `(Attribute ${value.form} field)`,
        level: ATOM,
      })),
      fc.tuple(any, any).map(([value, index]) => ({
        text: `${at(ATOM, value)}[${index.text}]`,
        form: `(Subscript ${value.form} (Index ${index.form}))`,
        level: ATOM,
      })),
      fc.array(tie("target"), { minLength: 1, maxLength: 3 }).map((elts) => ({
        text: `(${elts.map(({ text }) => text).join(", ")},)`,
        form: `(Tuple ${list(elts)})`,
        level: ATOM,
      })),
    ),
  };
});
