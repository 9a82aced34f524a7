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
 * What the output folder lacks: a `tsconfig.json` of its own, and a `package.json` where none governs it. Says so in
 * `notes` where a package.json is there whose modules are CommonJS, because the output then does not load as it is.
 */
export async function missingScaffold(
  folder: string,
): Promise<{ readonly files: readonly ScaffoldFile[]; readonly notes: readonly string[] }> {
  const files: ScaffoldFile[] = [];
  const notes: string[] = [];
  if ((await textOf(join(folder, "tsconfig.json"))) === undefined)
    files.push({ name: "tsconfig.json", text: json(tsconfig) });
  const governing = await governingPackage(folder);
  if (governing === undefined) files.push({ name: "package.json", text: json({ private: true, type: "module" }) });
  else if (!isModulePackage(governing)) {
    notes.push('the package.json that governs the output has no "type": "module", which the output needs');
  }
  return { files, notes };
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
