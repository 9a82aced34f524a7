import { checkedCalls } from "./analysis/call-fit.ts";
import { inferEffects } from "./analysis/effects.ts";
import { inferTypes } from "./analysis/infer.ts";
import { InertModules } from "./analysis/inert-modules.ts";
import { findRetries } from "./analysis/retries.ts";
import { catalogue } from "./diagnostics/catalogue.ts";
import type { Category, Diagnostic } from "./diagnostics/diagnostic.ts";
import { withFingerprints } from "./diagnostics/fingerprint.ts";
import { printModule } from "./emit/print-module.ts";
import { buildProgram, type ProgramModule } from "./program/program.ts";
import { openParser } from "./python/parser.ts";
import { positionAt } from "./python/positions.ts";
import type { Source } from "./python/source.ts";
import { treeDepth } from "./python/tree-depth.ts";
import { type ReadableFile, readFile, tooDeep } from "./read-file.ts";
import { Comments } from "./translate/comments.ts";
import { ClassShapes } from "./translate/class-shapes.ts";
import { Context, type Finding, type WholeProgram } from "./translate/context.ts";
import { Declarations } from "./translate/declarations.ts";
import { translateModule } from "./translate/module.ts";
import { helperUses } from "./translate/helper-uses.ts";
import { comparedVariables } from "./translate/tested.ts";
import { Names } from "./translate/names.ts";
import { holdsByteStrings } from "./translate/plain-write.ts";
import { plainPrints } from "./translate/plain-prints.ts";
import { usesSoftspace } from "./translate/softspace.ts";
import type { FailedFile, FileTranslation, SourceInput, SyntaxFault, TranslateOptions } from "./translation.ts";

const FILES_BETWEEN_RESTS = 8;

/**
 * Translates files that belong together: imports between them are resolved, types and effects are found over all of them.
 * Gives a result for each input, in their order. A file that cannot be read as Python fails with its reason; the others go on.
 */
export async function translateFiles(
  inputs: readonly SourceInput[],
  options: TranslateOptions = {},
): Promise<readonly FileTranslation[]> {
  const parser = await openParser();
  const read: (ReadableFile | FailedFile)[] = [];
  for (const input of inputs) {
    read.push(readFile(input, parser));
    if (read.length % FILES_BETWEEN_RESTS === 0) await parser.rest();
  }
  const results = new Map<SourceInput, FileTranslation>();
  let readable = read.filter((file) => "tree" in file);
  while (readable.length > 0) {
    try {
      for (const [input, result] of await translateProgram(readable, options)) results.set(input, result);
      break;
    } catch (error) {
      const deepest = isStackOverflow(error) ? deepestOf(readable) : null;
      if (deepest === null) throw error;
      results.set(deepest.input, tooDeep(deepest));
      readable = readable.filter((file) => file !== deepest);
    }
  }
  return read.map((file) => ("tree" in file ? results.get(file.input)! : file));
}

async function translateProgram(
  files: readonly ReadableFile[],
  options: TranslateOptions,
): Promise<ReadonlyMap<SourceInput, FileTranslation>> {
  const program = buildProgram(files);
  const facts = inferTypes(program);
  inferEffects(program, facts);
  const settled: Required<TranslateOptions> = {
    runtime: options.runtime ?? "vendor",
    runtimeDir: options.runtimeDir ?? "runtime",
    naming: options.naming ?? "camel",
    importExtension: options.importExtension ?? ".ts",
  };
  const classes = new ClassShapes(facts);
  const isReplaced = facts.replaced.has("stdout");
  const softPrint = isReplaced || usesSoftspace(program, facts, classes);
  const whole: WholeProgram = {
    program,
    facts,
    classes,
    names: new Names(program, facts, settled.naming),
    options: settled,
    softPrint,
    holdsByteStrings: holdsByteStrings(program),
    plainPrints: softPrint && !isReplaced ? plainPrints(program, facts, classes) : new Set(),
    inert: new InertModules(program, facts),
    compared: comparedVariables(program, facts),
    checked: checkedCalls(facts),
    readsFunctionNames: program.modules.some(({ source }) => source.text.includes(".__name__")),
  };
  const errors = new Map(files.map(({ input, syntaxError }) => [input, syntaxError]));
  const translated = new Map<SourceInput, FileTranslation>();
  for (const module of program.modules) {
    const syntaxError = errors.get(module.input) ?? null;
    translated.set(module.input, await translateOne(whole, module, syntaxError));
  }
  return translated;
}

function isStackOverflow(error: unknown): boolean {
  return error instanceof RangeError && error.message.includes("call stack");
}

/** Below this a tree cannot be what a stack was too small for. */
const SUSPICIOUS_DEPTH = 200;

/** The file with the deepest tree, if that is deep enough to explain an overflow. */
function deepestOf(files: readonly ReadableFile[]): ReadableFile | null {
  const depths = files.map((file) => treeDepth(file.tree).depth);
  const most = Math.max(...depths);
  return most < SUSPICIOUS_DEPTH ? null : files[depths.indexOf(most)]!;
}

async function translateOne(
  whole: WholeProgram,
  module: ProgramModule,
  syntaxError: SyntaxFault | null,
): Promise<FileTranslation> {
  const comments = new Comments();
  const scope = module.bindings.module;
  const context = new Context(whole, module, comments, {
    scope,
    fn: null,
    cls: null,
    declarations: new Declarations(scope, (s) => whole.facts.mayBeUnset(s)),
    self: null,
    aliases: new Map(),
    loops: [],
    caught: [],
    followed: [],
  });
  reportUndeclared(context);
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
    helperCalls: helperUses(context, body),
    python: module.source.text,
    retries: findRetries(module, whole.facts),
    syntaxError,
  };
}

/** A file of Python 3 needs no coding line. */
function reportUndeclared(context: Context): void {
  const { source, tree } = context.module;
  if (source.undeclared === null || tree.dialect === "python3") return;
  context.report("A0128", source.undeclared.message, source.undeclared.span);
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
