import { isSink, sink } from "./sinks.ts";
import { dictOf, int, lib, libWith, listOf, none, str, type Type, unknown } from "../analysis/types.ts";
import { sequenceElement } from "../analysis/element.ts";
import {
  array,
  arrow,
  binary,
  call,
  conditional,
  construct,
  id,
  index,
  member,
  method,
  nil,
  number,
  object,
  spread,
  string,
  stringType,
  unary,
  typeRef,
  unknownType,
} from "../emit/build.ts";
import type * as ts from "../emit/tree.ts";
import type * as py from "../python/ast.ts";
import { isAsciiText } from "../python/utf8.ts";
import {
  type CallEmit,
  type CallTypes,
  type Emitted,
  type Entry,
  fn,
  type FunctionEntry,
  type InstanceType,
  type LibraryModule,
  value,
} from "./entry.ts";
import { refusedAll } from "./refusals.ts";
import { has, isText, only, without } from "../analysis/kinds.ts";
import { members, union } from "../analysis/join.ts";

const READER = "csv.reader";
const DICT_READER = "csv.DictReader";
const WRITER = "csv.writer";
const DICT_WRITER = "csv.DictWriter";
/** Readers of what comes over the network, which must be awaited. */
const ASYNC_READER = "csv.reader of a response";
const ASYNC_DICT_READER = "csv.DictReader of a response";
/** Under this name a reader's type has the type of its records. */
const RECORD = "a record";
const RESPONSE = "urllib2.Response";

const FORMAT =
  "dialect?, delimiter?:str, quotechar?:str|none, escapechar?:str|none, doublequote?, skipinitialspace?, lineterminator?:str, quoting?:int, strict?";

const optionNames: Readonly<Record<string, string>> = {
  quotechar: "quoteChar",
  escapechar: "escapeChar",
  doublequote: "doubleQuote",
  skipinitialspace: "skipInitialSpace",
  lineterminator: "lineTerminator",
  fieldnames: "fieldNames",
  restkey: "restKey",
  restval: "restValue",
  extrasaction: "extrasAction",
};

/** The options that a call names, and those of its dialect; why not where it is one of the script's own. */
function options(c: CallEmit, others: readonly string[] = []): [string, ts.Expression][] | string {
  const made: [string, ts.Expression][] = [];
  if (c.has("dialect")) {
    const name = dialectName(c);
    if (name === null) return "a csv dialect of one's own: name its parts in the call";
    if (name === "excel-tab") made.push(["delimiter", string("\t")]);
  }
  for (const name of [...FORMAT.matchAll(/(\w+)\?/g)].map((m) => m[1] ?? "").concat(others)) {
    if (name === "dialect" || !c.has(name)) continue;
    if (has(c.type(name), "str") && isBeyondAscii(c.node(name))) return `a ${name} that is not an ASCII literal`;
    const flag = ["doublequote", "skipinitialspace", "strict"].includes(name) ? c.node(name) : null;
    made.push([optionNames[name] ?? name, flag ? c.truth(flag) : c.ts(name)]);
  }
  // What is named stands over what the dialect says.
  return [...new Map(made)];
}

/** A text written out in which a byte is no character. */
const isBeyondAscii = (node: py.Expression | null): boolean => node?.kind === "Str" && !isAsciiText(node.value);

function dialectName(c: CallEmit): string | null {
  const node = c.node("dialect");
  const type = c.type("dialect");
  if (node?.kind === "Str") return node.value === "excel" || node.value === "excel-tab" ? node.value : null;
  return type.k === "lib" && type.name.startsWith("csv.dialect ") ? type.name.slice("csv.dialect ".length) : null;
}

const optionObject = (entries: readonly [string, ts.Expression][]): ts.Expression[] =>
  entries.length > 0 ? [object(entries)] : [];

const isResponse = (type: Type): boolean => type.k === "lib" && type.name === RESPONSE;

/** The lines that are read: a file's, a stream's, a response's, or the items of a list. */
function lines(c: CallEmit, name: string): ts.Expression | string {
  const type = c.type(name);
  if (isResponse(type)) return call(c.runtime("http", "textReader"), [c.ts(name)]);
  if (only(type, "list", "tuple", "sequence", "iter")) {
    const item = sequenceElement(type, c.clock);
    if (has(item, "unicode"))
      c.assume(
        "A0105",
        "lines of unicode text: one with other than ASCII characters raises UnicodeEncodeError in Python 2",
      );
    return isText(item) || item.k === "never" || item.k === "poison"
      ? c.ts(name)
      : "csv.reader over what is not known to be text";
  }
  if (type.k === "lib" && type.name === "file") return c.ts(name);
  if (type.k === "lib" && type.name === "sys.stdin") return c.ts(name);
  if (type.k === "lib" && type.name === "StringIO.StringIO") return method(c.ts(name), "lines");
  return "csv.reader over lines of this type is not known";
}

/** A reader and its records, which are of one type for each place that makes a reader. */
function readerOf(c: CallTypes, name: string, record: Type): Type {
  const fields = c.clock.fields();
  fields.grow(RECORD, record);
  return libWith(name, fields);
}

const recordOf = (type: Type): Type => (type.k === "lib" ? (type.fields?.get(RECORD) ?? unknown) : unknown);

/** What the program stores in records beside the texts that were read, as the type argument of their reader; none where it stores nothing else. */
function storedType(record: ts.TypeNode | undefined): ts.TypeNode[] {
  const held =
    record?.type === "TSArrayType"
      ? record.elementType
      : record?.type === "TSTypeReference"
        ? record.typeArguments?.params.at(-1)
        : undefined;
  if (!held) return [];
  const kinds = held.type === "TSUnionType" ? held.types : [held];
  return kinds.every(({ type }) => type === "TSStringKeyword" || type === "TSNullKeyword") ? [] : [held];
}

/** `new CsvReader(lines)`, which says what else its records come to hold. */
function readerConstruction(c: CallEmit, name: string, args: readonly ts.Expression[]): ts.Expression {
  const stored = storedType(c.tsType(recordOf(c.resultType)));
  return construct(c.runtime("python", name), args, stored.length > 0 ? stored : undefined);
}

const reader: FunctionEntry = fn(
  `csvfile, ${FORMAT}`,
  (c) => readerOf(c, isResponse(c.type("csvfile")) ? ASYNC_READER : READER, listOf(c.clock, str)),
  (c): Emitted => {
    const source = lines(c, "csvfile");
    const given = options(c);
    if (typeof source === "string") return source;
    if (typeof given === "string") return given;
    const name = isResponse(c.type("csvfile")) ? "AsyncCsvReader" : "CsvReader";
    return readerConstruction(c, name, [source, ...optionObject(given)]);
  },
);

const dictReader: FunctionEntry = fn(
  `f, fieldnames?:list|tuple|sequence|none, restkey?:text|none, restval?:text|none, ${FORMAT}`,
  (c) =>
    readerOf(c, isResponse(c.type("f")) ? ASYNC_DICT_READER : DICT_READER, dictOf(c.clock, str, union([str, none]))),
  (c): Emitted => {
    const source = lines(c, "f");
    const given = options(c, ["fieldnames", "restkey", "restval"]);
    if (typeof source === "string") return source;
    if (typeof given === "string") return given;
    c.assume("A0120", "a record with more fields than there are names");
    const name = isResponse(c.type("f")) ? "AsyncCsvDictReader" : "CsvDictReader";
    return readerConstruction(c, name, [source, ...optionObject(given)]);
  },
);

/** What is written to: a file, a stream in memory, or standard output. */
function target(c: CallEmit, name: string): ts.Expression | string {
  const type = c.type(name);
  if (isSink(type)) return sink(c.runtime, c.ts(name), type);
  return "csv.writer to what is not known to be a file";
}

const writer: FunctionEntry = fn(`csvfile, ${FORMAT}`, lib(WRITER), (c): Emitted => {
  const to = target(c, "csvfile");
  const given = options(c);
  if (typeof to === "string") return to;
  return typeof given === "string" ? given : construct(c.runtime("python", "CsvWriter"), [to, ...optionObject(given)]);
});

const dictWriter: FunctionEntry = fn(
  `f, fieldnames:list|tuple|sequence, restval?:text|none|int, extrasaction?:text, ${FORMAT}`,
  lib(DICT_WRITER),
  (c): Emitted => {
    const to = target(c, "f");
    const given = options(c, ["restval", "extrasaction"]);
    if (typeof to === "string") return to;
    if (typeof given === "string") return given;
    if (!isText(sequenceElement(c.type("fieldnames"), c.clock))) return "names of fields that are not known to be text";
    return construct(c.runtime("python", "CsvDictWriter"), [to, c.ts("fieldnames"), ...optionObject(given)]);
  },
);

/** Whole floats are written `1.0`: what may be one is told apart here, where its type is known. */
function cells(c: CallEmit, made: ts.Expression, type: Type, node: py.Expression | null): ts.Expression | string {
  const items = node?.kind === "List" || node?.kind === "Tuple" ? node.elts : null;
  if (items && made.type === "ArrayExpression" && made.elements.length === items.length) {
    const written = items.map((item, i) => cell(c, made.elements[i] as ts.Expression, c.typeOf(item)));
    const bad = written.find((w) => typeof w === "string");
    return typeof bad === "string" ? bad : array(written as ts.Expression[]);
  }
  const elem = sequenceElement(type, c.clock);
  const float = has(elem, "float");
  const value = id("value");
  const converted = cell(c, value, elem);
  if (typeof converted === "string") return converted;
  return float && converted !== value ? method(made, "map", [arrow([value], converted)]) : made;
}

/** A field that is not text already. */
function cell(c: CallEmit, made: ts.Expression, type: Type): ts.Expression | string {
  if (has(type, "unicode"))
    c.assume(
      "A0105",
      "unicode text in a record: one with other than ASCII characters raises UnicodeEncodeError in Python 2",
    );
  if (only(type, "float")) return construct(c.runtime("python", "Float"), [made]);
  // A number among what is no int is one.
  if (has(type, "float") && made.type === "Identifier" && only(type, "float", "str", "unicode", "none", "bool"))
    return conditional(
      binary("===", unary("typeof", made), string("number")),
      construct(c.runtime("python", "Float"), [made]),
      made,
    );
  if (has(type, "list", "tuple", "dict", "set", "sequence"))
    return "a record with a container as a field: write its repr()";
  if (has(type, "json", "unknown", "float") || type.k === "never")
    c.assume("A0103", "a whole float in a record would be written without its `.0`, a container as its items are");
  return made;
}

const isRow = (type: Type): boolean => only(type, "list", "tuple", "sequence", "poison");

const writeRow: FunctionEntry = fn("row", none, (c): Emitted => {
  if (!isRow(c.type("row"))) return "writerow() of what is not known to be a list or tuple";
  const row = cells(c, c.ts("row"), c.type("row"), c.node("row"));
  return typeof row === "string" ? row : method(c.receiverTs, "writeRow", [row]);
});

/** A tuple taken apart, each of its fields by its type. */
function fields(c: CallEmit, row: ts.Expression, types: readonly Type[]): ts.Expression | string {
  const made = types.map((type, at) => cell(c, index(row, number(at)), type));
  const bad = made.find((one) => typeof one === "string");
  return typeof bad === "string" ? bad : array(made as ts.Expression[]);
}

const writeRows: FunctionEntry = fn("rows", none, (c): Emitted => {
  const type = c.type("rows");
  const row = sequenceElement(type, c.clock);
  if (!only(type, "list", "tuple", "sequence", "iter") || !isRow(row))
    return "writerows() of what is not known to be lists or tuples";
  const types = members(row).flatMap((m) => (m.k === "tuple" ? m.items : [sequenceElement(m, c.clock)]));
  const rows = c.ts("rows");
  const others = without(union(types), "float");
  const checked = others.k === "never" && types.length > 0 ? rows : cell(c, rows, others);
  if (typeof checked === "string") return checked;
  if (!types.some((t) => has(t, "float"))) return method(c.receiverTs, "writeRows", [rows]);
  const one = id("row");
  const made = row.k === "tuple" ? fields(c, one, row.items) : cells(c, one, row, null);
  if (typeof made === "string") return made;
  return method(c.receiverTs, "writeRows", [
    made === one ? rows : method(array([spread(rows)]), "map", [arrow([one], made)]),
  ]);
});

const isDict = (type: Type): boolean =>
  only(type, "dict", "poison") &&
  members(type).every((m) => m.k !== "dict" || only(m.key.type, "str", "unicode", "never") || m.key.type.k === "never");

const dictValue = (type: Type): Type => (type.k === "dict" ? type.value.type : unknown);

/** A record whose floats say that they are some, `1.0`; the reason where they are not told from ints. */
function withFloats(c: CallEmit, made: ts.Expression, row: Type, node: py.Expression | null): ts.Expression | string {
  const type = dictValue(row);
  const record = row.k === "dict" ? row.record : null;
  if (!has(type, "float")) {
    const checked = cell(c, made, type);
    return typeof checked === "string" ? checked : made;
  }
  if (node?.kind === "Dict" && node.items.every(({ key }) => key?.kind === "Str")) {
    const cells = node.items.map(({ value: field }) => cell(c, c.translate(field), c.typeOf(field)));
    const bad = cells.find((one) => typeof one === "string");
    if (typeof bad === "string") return bad;
    const pairs_ = node.items.map(({ key }, i) => array([key ? c.translate(key) : nil(), cells[i] as ts.Expression]));
    return construct(c.runtime("python", "Dict"), [array(pairs_)], [stringType(), unknownType()]);
  }
  const named = record?.fields ?? [];
  const floats = named.filter(([, field]) => has(field, "float"));
  if (floats.length > 0 && floats.every(([, field]) => only(field, "float", "str", "unicode", "none")))
    return call(c.runtime("python", "withFloats"), [made, array(floats.map(([name]) => string(name)))]);
  if (!only(type, "float", "str", "none")) {
    const checked = cell(c, made, type);
    return typeof checked === "string" ? checked : made;
  }
  return call(c.runtime("python", "withFloats"), [made]);
}

const writeDict: FunctionEntry = fn("rowdict", none, (c): Emitted => {
  const type = c.type("rowdict");
  if (!isDict(type)) return "writerow() of what is not known to be a dict of names";
  const row = withFloats(c, c.ts("rowdict"), type, c.node("rowdict"));
  return typeof row === "string" ? row : method(c.receiverTs, "writeRow", [row]);
});

const writeDicts: FunctionEntry = fn("rowdicts", none, (c): Emitted => {
  const type = sequenceElement(c.type("rowdicts"), c.clock);
  if (!only(c.type("rowdicts"), "list", "tuple", "iter") || !isDict(type))
    return "writerows() of what is not known to be dicts of names";
  const row = id("row");
  const made = withFloats(c, row, type, null);
  if (typeof made === "string") return made;
  const rows = c.ts("rowdicts");
  return method(c.receiverTs, "writeRows", [
    made === row ? rows : method(array([spread(rows)]), "map", [arrow([row], made)]),
  ]);
});

function readerType(name: string, runtime: string, waits: boolean): InstanceType {
  const ofDicts = name === DICT_READER || name === ASYNC_DICT_READER;
  const lineNumber: Readonly<Record<string, Entry>> = ofDicts
    ? refusedAll("line_num reader restkey restval dialect", "a part of the reader")
    : {
        line_num: value(int, ({ receiverTs }) => member(receiverTs, "lineNumber")),
        ...refusedAll("dialect", "a part of the reader"),
      };
  const names: Readonly<Record<string, Entry>> = !ofDicts
    ? {}
    : waits
      ? refusedAll(
          "fieldnames",
          "the names of fields that come over the network: read the body first, and its splitlines()",
        )
      : {
          fieldnames: value(
            (clock) => union([listOf(clock, str), none]),
            ({ receiverTs }) => member(receiverTs, "fieldNames"),
          ),
        };
  return {
    name,
    tsType: ({ runtimeType, fields }) => {
      const plain = runtimeType("python", runtime);
      const stored = storedType(fields.find(([field]) => field === RECORD)?.[1]);
      return plain.type === "TSTypeReference" ? typeRef(plain.typeName, stored) : plain;
    },
    members: {
      ...lineNumber,
      ...names,
      next: fn(
        "",
        (c) => recordOf(c.receiver),
        (c) => method(c.receiverTs, "next"),
        waits ? { async: true } : {},
      ),
    },
    iterates: (_, type) => recordOf(type),
    asyncIteration: waits,
    iterate: ({ receiverTs }) => receiverTs,
  };
}

export const csvTypes: readonly InstanceType[] = [
  readerType(READER, "CsvReader", false),
  readerType(ASYNC_READER, "AsyncCsvReader", true),
  readerType(DICT_READER, "CsvDictReader", false),
  readerType(ASYNC_DICT_READER, "AsyncCsvDictReader", true),
  {
    name: WRITER,
    tsType: ({ runtimeType }) => runtimeType("python", "CsvWriter"),
    members: { writerow: writeRow, writerows: writeRows, ...refusedAll("dialect", "a part of the writer") },
  },
  {
    name: DICT_WRITER,
    tsType: ({ runtimeType }) => runtimeType("python", "CsvDictWriter"),
    members: {
      writeheader: fn("", none, (c) => method(c.receiverTs, "writeHeader")),
      writerow: writeDict,
      writerows: writeDicts,
      ...refusedAll("fieldnames restval extrasaction writer", "a part of the writer"),
    },
  },
];

const dialect = (name: string): Entry => value(lib(`csv.dialect ${name}`), () => "a csv dialect as a value");
const quoting = (name: string): readonly [string, Entry] => [
  name,
  value(int, ({ runtime }) => runtime("python", name)),
];

export const csv: LibraryModule = {
  name: "csv",
  members: {
    reader,
    DictReader: { kind: "class", name: DICT_READER, constructor: dictReader },
    writer,
    DictWriter: { kind: "class", name: DICT_WRITER, constructor: dictWriter },
    excel: dialect("excel"),
    excel_tab: dialect("excel-tab"),
    ...Object.fromEntries(["QUOTE_MINIMAL", "QUOTE_ALL", "QUOTE_NONNUMERIC", "QUOTE_NONE"].map(quoting)),
    ...refusedAll(
      "Dialect register_dialect unregister_dialect get_dialect list_dialects",
      "a csv dialect of one's own: name its parts in the call",
    ),
    ...refusedAll("Sniffer", "guessing the format: name it in the call"),
    ...refusedAll("field_size_limit", "the longest field has 131072 bytes"),
  },
};
