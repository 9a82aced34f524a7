import { readFile } from "node:fs/promises";
import { dirname, join } from "node:path";

/** A file that makes a folder of TypeScript run and type-check; only ever created, never changed. */
export interface ScaffoldFile {
  readonly name: "tsconfig.json" | "package.json";
  readonly text: string;
}

const tsconfig = {
  compilerOptions: {
    target: "es2023",
    lib: ["es2023"],
    module: "nodenext",
    moduleResolution: "nodenext",
    types: ["node"],
    strict: true,
    verbatimModuleSyntax: true,
    erasableSyntaxOnly: true,
    allowImportingTsExtensions: true,
    rewriteRelativeImportExtensions: true,
    skipLibCheck: true,
    noEmit: true,
  },
};

/**
 * What the output folder lacks: a `tsconfig.json` of its own, and a `package.json` where none governs it. Nothing is
 * added to a folder that is not the tool's own. Notes say what keeps the output from loading as an ES module.
 *
 * @param own whether the folder was named for the output, and is not that of the sources.
 */
export async function missingScaffold(
  folder: string,
  own: boolean,
): Promise<{ readonly files: readonly ScaffoldFile[]; readonly notes: readonly string[] }> {
  const governing = await governingPackage(folder);
  const files: ScaffoldFile[] = [];
  if (own && (await textOf(join(folder, "tsconfig.json"))) === undefined) {
    files.push({ name: "tsconfig.json", text: json(tsconfig) });
  }
  if (own && governing === undefined) {
    files.push({ name: "package.json", text: json({ private: true, type: "module" }) });
  } else if (governing === undefined || !isModulePackage(governing)) {
    const lack = governing === undefined ? "there is none" : "the nearest one does not say so";
    return { files, notes: [`Node runs the output only under a package.json with "type": "module"; ${lack}`] };
  }
  return { files, notes: [] };
}

/** Text of the nearest package.json from a folder upwards, which is the one that Node obeys. */
async function governingPackage(folder: string): Promise<string | undefined> {
  const text = await textOf(join(folder, "package.json"));
  const parent = dirname(folder);
  return text ?? (parent === folder ? undefined : governingPackage(parent));
}

function isModulePackage(text: string): boolean {
  try {
    const parsed: unknown = JSON.parse(text);
    return typeof parsed === "object" && parsed !== null && "type" in parsed && parsed.type === "module";
  } catch {
    return false;
  }
}

async function textOf(path: string): Promise<string | undefined> {
  return readFile(path, "utf8").catch(() => undefined);
}

function json(value: object): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}
