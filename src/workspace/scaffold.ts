import { readFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { packageName, toolVersion } from "../runtime-manifest.ts";
import type { RuntimeSource } from "../translation.ts";

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
 * added to a folder that is not the tool's own. Notes say what keeps the output from loading: that it is an ES module, or imports a
 * package that is not among the dependencies.
 *
 * @param own whether the folder was named for the output, and is not that of the sources.
 * @param runtime where the output imports its runtime from.
 */
export async function missingScaffold(
  folder: string,
  own: boolean,
  runtime: RuntimeSource = "vendor",
): Promise<{ readonly files: readonly ScaffoldFile[]; readonly notes: readonly string[] }> {
  const governing = await governingPackage(folder);
  const files: ScaffoldFile[] = [];
  if (own && (await textOf(join(folder, "tsconfig.json"))) === undefined) {
    files.push({ name: "tsconfig.json", text: json(tsconfig) });
  }
  const dependencies = runtime === "package" ? { [packageName]: toolVersion } : {};
  if (own && governing === undefined) {
    const settings = { private: true, type: "module", ...(runtime === "package" && { dependencies }) };
    files.push({ name: "package.json", text: json(settings) });
    return { files, notes: [] };
  }
  const notes: string[] = [];
  const settings = settingsOf(governing);
  if (settings["type"] !== "module") {
    const lack = governing === undefined ? "there is none" : "the nearest one does not say so";
    notes.push(`Node runs the output only under a package.json with "type": "module"; ${lack}`);
  }
  const known = [settings["dependencies"], settings["devDependencies"]].some(
    (list) => typeof list === "object" && list !== null && packageName in list,
  );
  if (runtime === "package" && !known) {
    notes.push(`The output imports its runtime from ${packageName}: npm install ${packageName}@${toolVersion}`);
  }
  return { files, notes };
}

/** Text of the nearest package.json from a folder upwards, which is the one that Node obeys. */
async function governingPackage(folder: string): Promise<string | undefined> {
  const text = await textOf(join(folder, "package.json"));
  const parent = dirname(folder);
  return text ?? (parent === folder ? undefined : governingPackage(parent));
}

/** What a package.json says; nothing where it is no JSON. */
function settingsOf(text: string | undefined): Readonly<Record<string, unknown>> {
  try {
    const parsed: unknown = JSON.parse(text ?? "");
    return typeof parsed === "object" && parsed !== null ? { ...parsed } : {};
  } catch {
    return {};
  }
}

async function textOf(path: string): Promise<string | undefined> {
  return readFile(path, "utf8").catch(() => undefined);
}

function json(value: object): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}
