import { inferEffects } from "./analysis/effects.ts";
import type { Facts } from "./analysis/facts.ts";
import { inferTypes } from "./analysis/infer.ts";
import { findRetries } from "./analysis/retries.ts";
import { catalogue } from "./diagnostics/catalogue.ts";
import type { Category, Diagnostic } from "./diagnostics/diagnostic.ts";
import { withFingerprints } from "./diagnostics/fingerprint.ts";
import { printModule } from "./emit/print-module.ts";
import { buildProgram, type ParsedFile, type Program, type ProgramModule } from "./program/program.ts";
import { decodeSource } from "./python/decode-source.ts";
import { parseModule } from "./python/parse-module.ts";
import { openParser, type PythonParser } from "./python/parser.ts";
import { positionAt } from "./python/positions.ts";
import type { Source } from "./python/source.ts";
import { Comments } from "./translate/comments.ts";
import { Context, type Finding } from "./translate/context.ts";
import { Declarations } from "./translate/declarations.ts";
import { translateModule } from "./translate/module.ts";
import { Names } from "./translate/names.ts";
import { usesSoftspace } from "./translate/softspace.ts";
import type { FailedFile, FileTranslation, SourceInput, TranslateOptions } from "./translation.ts";

/**
 * Translates files that belong together: imports between them are resolved, types and effects are found over all of them.
 * Gives a result for each input, in their order. A file that cannot be read as Python fails with its reason; the others go on.
 */
export async function translateFiles(
  inputs: readonly SourceInput[],
  options: TranslateOptions = {},
): Promise<readonly FileTranslation[]> {
  const parser = await openParser();
  const read = inputs.map((input) => readFile(input, parser));
  const parsed = read.filter((file) => "tree" in file);
  const translated = new Map<SourceInput, FileTranslation>();
  if (parsed.length > 0) {
    const program = buildProgram(parsed);
    const facts = inferTypes(program);
    inferEffects(program, facts);
    const settled: Required<TranslateOptions> = {
      runtimeDir: options.runtimeDir ?? "runtime",
      naming: options.naming ?? "camel",
      importExtension: options.importExtension ?? ".ts",
    };
    const names = new Names(program, facts, settled.naming);
    const soft = usesSoftspace(program, facts);
    for (const module of program.modules) {
      translated.set(module.input, await translateOne(program, module, facts, names, settled, soft));
    }
  }
  return read.map((file) => ("tree" in file ? (translated.get(file.input) as FileTranslation) : file));
}

function readFile(input: SourceInput, parser: PythonParser): (ParsedFile & { problems: number }) | FailedFile {
  const failed = (reason: string, line: number | null): FailedFile => ({
    status: "failed",
    path: input.path,
    output: input.output,
    reason,
    line,
    diagnostics: [],
  });
  const source = decodeSource(input.path, input.bytes);
  if ("reason" in source) {
    // An empty `__init__.py` is how Python 2 marks a package; any other empty file is a mistake.
    if (source.reason !== "empty" || !/(^|\/)__init__\.py$/.test(input.path)) return failed(source.reason, source.line);
    return readFile({ ...input, bytes: new TextEncoder().encode("pass\n") }, parser);
  }
  const { module, problems } = parseModule(source, parser);
  const [first] = problems;
  if (first) return failed(`syntax error: ${first.message}`, positionAt(source, first.span.start).line);
  return { input, source, tree: module, problems: problems.length };
}

async function translateOne(
  program: Program,
  module: ProgramModule,
  facts: Facts,
  names: Names,
  options: Required<TranslateOptions>,
  soft: boolean,
): Promise<FileTranslation> {
  const comments = new Comments();
  const scope = module.bindings.module;
  const context = new Context(
    program,
    module,
    facts,
    names,
    options,
    comments,
    {
      scope,
      fn: null,
      cls: null,
      declarations: new Declarations(scope),
      self: null,
      aliases: new Map(),
      loops: [],
      caught: [],
    },
    soft,
  );
  const body = translateModule(context);
  context.settleFollowers();
  const { text, lineMap } = await printModule(module.input.output, body, comments);
  const diagnostics = withFingerprints(context.findings.toSorted(bySpan).map((f) => describeFinding(f, module.source)));
  const runtime: Record<string, string[]> = {};
  for (const { barrel, name } of context.runtimeImports) (runtime[barrel] ??= []).push(name);
  for (const list of Object.values(runtime)) list.sort();
  return {
    status: diagnostics.some((d) => d.category === "untranslated") ? "partial" : "complete",
    path: module.input.path,
    output: module.input.output,
    text,
    diagnostics,
    lineMap,
    runtime,
    helperCalls: context.helperCalls,
    python: module.source.text,
    retries: findRetries(module, facts),
  };
}

const bySpan = (a: Finding, b: Finding): number =>
  a.span.start - b.span.start || a.span.end - b.span.end || (a.code < b.code ? -1 : 1);

function describeFinding(finding: Finding, source: Source): Omit<Diagnostic, "fingerprint"> {
  const entry = catalogue[finding.code];
  const [line = ""] = source.text.slice(finding.span.start, finding.span.end).split("\n");
  return {
    code: finding.code,
    category: categories[finding.code[0] ?? "U"] ?? "untranslated",
    title: entry.title,
    message: finding.message,
    remedy: entry.remedy,
    file: source.path,
    range: { start: positionAt(source, finding.span.start), end: positionAt(source, finding.span.end) },
    snippet: line.trim().slice(0, 120),
  };
}

const categories: Readonly<Record<string, Category>> = { U: "untranslated", A: "assumption", H: "hazard" };
