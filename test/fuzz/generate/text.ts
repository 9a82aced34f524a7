import { formatted, percented } from "./formatting.ts";
import type { Production } from "./generator.ts";
import { rarely } from "./rarely.ts";
import { float, int, listOf, str, tupleOf, type TypeOf, unicode } from "./types.ts";

const TO_TEXT = ["upper", "lower", "title", "capitalize", "swapcase", "strip", "lstrip", "rstrip", "expandtabs"];

/** Bounds of a slice, each of which may be left out. */
export const slice = (g: Parameters<Production>[0]): string => {
  const bound = (): string => (g.chance(2, 3) ? String(g.number(-4, 5)) : "");
  const step = g.chance(1, 4) ? `:${g.pick(["-1", "2", "-2", "1", "3"])}` : "";
  return `[${bound()}:${bound()}${step}]`;
};

export const strs: readonly Production<TypeOf<"str">>[] = [
  (g) => `(${g.expr(str)} + ${g.expr(str)})`,
  (g) => `(${g.expr(str)} * ${g.number(-1, 3)})`,
  (g) => `str(${g.expr(g.type())})`,
  (g) => `repr(${g.expr(g.type())})`,
  (g) => `\`${g.expr(g.type(1))}\``,
  (g) => `${g.expr(str)}${slice(g)}`,
  (g) => `${g.expr(str)}[${g.number(-3, 3)}]`,
  (g) => `${g.expr(str)}.${g.pick(TO_TEXT)}()`,
  (g) => `${g.expr(str)}.${g.pick(["strip", "lstrip", "rstrip"])}(${g.expr(str)})`,
  (g) => `${g.expr(str)}.replace(${g.expr(str)}, ${g.expr(str)}${g.chance(1, 3) ? `, ${g.number(-1, 2)}` : ""})`,
  (g) => `${g.expr(str)}.${g.pick(["ljust", "rjust", "center"])}(${g.number(0, 12)}${g.chance(1, 3) ? ", '*'" : ""})`,
  (g) => `${g.expr(str)}.zfill(${g.number(0, 9)})`,
  (g) => `${g.expr(str)}.join(${g.expr(listOf(str))})`,
  (g) => `${g.pick(["','", "''", "', '"])}.join(str(q) for q in ${g.expr(listOf(g.type(1)))})`,
  (g) => `${g.pick(["','", "''"])}.join([${g.pick(["str", "repr"])}(q) for q in ${g.expr(listOf(g.type(1)))}])`,
  rarely((g) => `${g.pick(["hex", "oct"])}(${g.expr(int)})`),
  (g) => `chr(${g.number(32, 126)})`,
  (g) =>
    `${g.expr(str)}.${g.pick(["partition", "rpartition"])}(${g.pick(["','", "' '", "'='", "'zz'"])})[${g.number(0, 2)}]`,
  (g) =>
    `re.sub(${g.pick(["r'\\d+'", "r'[a-c]'", "r'(\\w)(\\w)'", "r'\\s+'", "r'^'"])}, ${g.pick(["'<>'", "r'[\\g<0>]'", "''"])}, ${g.expr(str)})`,
  (g) => `json.dumps(${g.expr(g.pick([int, str, unicode, listOf(int), listOf(str), float]))})`,
  (g) =>
    `json.dumps(${g.expr({ k: "dict", key: str, value: g.pick([int, str, listOf(str)]) })}, sort_keys=True${g.pick(["", ", indent=2", ", separators=(',', ':')"])})`,
  (g) =>
    `${g.expr(unicode)}.encode(${g.pick(["'utf-8'", "'utf-8'", "'ascii'", "'latin-1'", "'ascii', 'ignore'", "'ascii', 'replace'"])})`,
  (g) => `${g.expr(str)}.encode(${g.pick(["'utf-8'", "'hex'"])})`,
  (g) => `str(${g.expr(unicode)})`,
  (g) => `('%*d|%-*s|' % (${g.number(0, 6)}, ${g.expr(int)}, ${g.number(0, 6)}, ${g.expr(str)}))`,
  (g) => `${g.expr(str)}.translate(string.maketrans('abc', 'xyz'))`,
  (g) => `string.${g.pick(["capwords", "upper", "lower", "strip"])}(${g.expr(str)})`,
  (g) => `${g.expr(str)}[${g.atom(int)}:${g.atom(int)}]`,
  (g) => `${g.pick(["min", "max"])}(${g.expr(listOf(str))})`,
  rarely((g) => `type(${g.expr(g.type(1))}).__name__`),
  (g) => `${g.expr(tupleOf(int, str))}[1]`,
  (g) => `''.join(sorted(${g.expr(str)}))`,
  (g) => `time.strftime(${g.pick(["'%Y-%m-%d'", "'%H:%M:%S %a'", "'%j %b %d'"])}, time.gmtime(${g.number(0, 65535)}))`,
  (g) =>
    `datetime.datetime(2009, ${g.number(1, 12)}, ${g.number(1, 28)}, ${g.number(0, 23)}, 5).strftime(${g.pick(["'%Y/%m/%d'", "'%d %B %I %p'"])})`,
  (g) =>
    `str(datetime.date(2012, ${g.number(1, 12)}, ${g.number(1, 28)}) + datetime.timedelta(days=${g.number(-40, 400)}))`,
  (g) => percented(g, "'"),
  (g) => percented(g, "'"),
  (g) => formatted(g, "'"),
  (g) => formatted(g, "'"),
];

export const unicodes: readonly Production<TypeOf<"unicode">>[] = [
  (g) => `(${g.expr(unicode)} + ${g.expr(unicode)})`,
  (g) => `(${g.expr(unicode)} + ${g.pick(["'a'", "'-'", "''"])})`,
  (g) => `(${g.expr(unicode)} + ${g.expr(str)})`,
  (g) => `(${g.expr(str)} + ${g.expr(unicode)})`,
  (g) => `${g.expr(unicode)}.replace(${g.expr(str)}, ${g.expr(unicode)})`,
  (g) => `${g.expr(str)}.join([${g.expr(unicode)}, ${g.expr(unicode)}])`,
  (g) => `unicode(${g.expr(str)})`,
  (g) => `unicode(${g.expr(str)}, 'utf-8')`,
  (g) => `${g.expr(unicode)}.${g.pick(["strip", "lstrip", "rstrip"])}(${g.pick([g.expr(unicode), g.expr(str)])})`,
  (g) =>
    `${g.expr(unicode)}.${g.pick(["partition", "rpartition"])}(${g.pick(["u','", "' '", "u'\\xe9'"])})[${g.number(0, 2)}]`,
  (g) => `('%s|%s' % (${g.expr(unicode)}, ${g.expr(str)}))`,
  (g) => `(u'%s %5s' % (${g.expr(str)}, ${g.expr(unicode)}))`,
  (g) => `${g.pick(["min", "max"])}(${g.expr(listOf(unicode))})`,
  (g) => `(${g.expr(unicode)} * ${g.number(-1, 3)})`,
  (g) => `unicode(${g.expr(g.pick([int, float, unicode, listOf(int)]))})`,
  (g) => `${g.expr(unicode)}${slice(g)}`,
  (g) => `${g.expr(unicode)}[${g.number(-2, 2)}]`,
  (g) => `${g.expr(unicode)}.${g.pick(TO_TEXT)}()`,
  (g) => `${g.expr(unicode)}.replace(${g.expr(unicode)}, ${g.expr(unicode)})`,
  (g) => `${g.expr(unicode)}.${g.pick(["ljust", "rjust", "center"])}(${g.number(0, 9)})`,
  (g) => `${g.expr(unicode)}.join(${g.expr(listOf(unicode))})`,
  (g) => `${g.expr(str)}.decode(${g.pick(["'utf-8'", "'ascii'", "'latin-1'", "'utf-8', 'ignore'"])})`,
  (g) => `unichr(${g.pick(["65", "233", "8364"])})`,
  (g) => `json.loads(${g.pick(["'\"x\\\\u00e9\"'", "'\"abc\"'"])})`,
  (g) => percented(g, "u'"),
  (g) => formatted(g, "u'"),
];
