import { type RuntimeFile } from "../runtime-manifest.ts";
import type { FailedFile, FileTranslation, RuntimeSource, TranslatedFile } from "../translation.ts";
import { withHeader } from "../workspace/header.ts";
import { leftRuntime } from "../workspace/left-runtime.ts";
import { runtimeFolder } from "../workspace/output-path.ts";
import { type PlannedFile, planFile } from "../workspace/plan.ts";
import { barrelNames, barrelPath, runtimeOutputs, unknownNames } from "../workspace/runtime-files.ts";
import { missingScaffold } from "../workspace/scaffold.ts";

export interface OutputPlace {
  readonly cwd: string;
  /** Absolute folder that the outputs' paths are relative to. */
  readonly base: string;
  /** Whether the folder is the tool's own, and gets a tsconfig.json and a package.json if it lacks them. */
  readonly ownFolder: boolean;
  readonly runtime: RuntimeSource;
}

export interface OutputPlan {
  /** Sorted by path: runtime and scaffold first, so that no output is on disk before what it imports. */
  readonly plan: readonly PlannedFile[];
  readonly notes: readonly string[];
  /** Sorted by path. */
  readonly translations: readonly TranslatedFile[];
  readonly failed: readonly FailedFile[];
}

/** Turns results into the files to write. A result that imports what the runtime has not is a failure. */
export async function planOutput(
  results: readonly FileTranslation[],
  sources: ReadonlyMap<string, Uint8Array>,
  place: OutputPlace,
  manifest: readonly RuntimeFile[],
): Promise<OutputPlan> {
  const failed: FailedFile[] = [];
  const translations: TranslatedFile[] = [];
  for (const result of results) {
    if (result.status === "failed") {
      failed.push(result);
      continue;
    }
    const missing = unknownNames(Object.values(result.runtime).flat(), manifest);
    if (missing.length === 0) translations.push(result);
    else {
      const { path, output, diagnostics } = result;
      const reason = `internal error: the runtime has no ${missing.join(", ")}`;
      failed.push({ status: "failed", path, output, reason, line: null, diagnostics });
    }
  }
  translations.sort((a, b) => (a.path < b.path ? -1 : 1));
  const { files: scaffold, notes } = await missingScaffold(place.base, place.ownFolder, place.runtime);
  const plan = [
    ...(await Promise.all(scaffold.map(({ name, text }) => planFile("scaffold", { ...place, path: name }, text)))),
    ...(place.runtime === "vendor" ? await planRuntime(translations, place, manifest) : []),
    ...(await Promise.all(
      translations.map(({ path, output, text }) =>
        planFile("translation", { ...place, path: output }, withHeader(text, path, sources.get(path)!)),
      ),
    )),
  ];
  const left = place.runtime === "package" ? await leftRuntime(place, new Set(plan.map((file) => file.absolute))) : [];
  return { plan, notes: [...notes, ...left], translations, failed };
}

async function planRuntime(
  translations: readonly TranslatedFile[],
  place: OutputPlace,
  manifest: readonly RuntimeFile[],
): Promise<readonly PlannedFile[]> {
  const names = new Set(translations.flatMap((file) => Object.values(file.runtime).flat()));
  for (const barrel of ["http", "python"] as const) {
    const path = `${runtimeFolder}/${barrelPath(barrel)}`;
    const { before, action } = await planFile("runtime", { ...place, path }, withHeader("", path, ""));
    if (before !== null && action !== "refused") for (const name of barrelNames(before)) names.add(name);
  }
  return Promise.all(
    runtimeOutputs(names, manifest).map(({ path, text }) =>
      planFile("runtime", { ...place, path: `${runtimeFolder}/${path}` }, text),
    ),
  );
}
