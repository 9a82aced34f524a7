import { join } from "node:path";
import { fileURLToPath } from "node:url";
import ts from "typescript";
import type { TranslatedFile } from "../../src/translation.ts";

const typeRoots = [fileURLToPath(new URL("../../node_modules/@types", import.meta.url))];

/** Parsed once for all folders: what comes with TypeScript and Node. */
const libraries = new Map<string, ts.SourceFile | undefined>();

/**
 * What `tsc --strict` says about the output in a folder, under the tsconfig.json that the tool wrote there: errors by the Python
 * file's path, each `TS2345 message @line`.
 */
export function checkTypes(folder: string, translations: readonly TranslatedFile[]): Map<string, string[]> {
  const config = ts.getParsedCommandLineOfConfigFile(
    join(folder, "tsconfig.json"),
    { strict: true, typeRoots },
    {
      ...ts.sys,
      onUnRecoverableConfigFileDiagnostic: ({ messageText }) => {
        throw new Error(ts.flattenDiagnosticMessageText(messageText, " "));
      },
    },
  );
  if (config === undefined) return new Map();
  const host = ts.createCompilerHost(config.options);
  const read = host.getSourceFile.bind(host);
  host.getSourceFile = (path, ...rest) => {
    if (!path.includes("/node_modules/")) return read(path, ...rest);
    if (!libraries.has(path)) libraries.set(path, read(path, ...rest));
    return libraries.get(path);
  };
  const program = ts.createProgram(config.fileNames, config.options, host);
  return new Map(
    translations.map(({ path, output }) => {
      const source = program.getSourceFile(join(folder, output));
      return [path, ts.getPreEmitDiagnostics(program, source).map(describe)];
    }),
  );
}

/** Errors of syntax in emitted text. */
export function parseErrors(path: string, text: string): string[] {
  const { diagnostics = [] } = ts.transpileModule(text, { fileName: `${path}.ts`, reportDiagnostics: true });
  return diagnostics.map(describe);
}

function describe({ code, messageText, file, start }: ts.Diagnostic): string {
  const line = file === undefined || start === undefined ? 0 : file.getLineAndCharacterOfPosition(start).line + 1;
  return `TS${code} ${ts.flattenDiagnosticMessageText(messageText, " ").replaceAll(/\s+/g, " ")} @${line}`;
}
