import type { FileTranslation, SourceInput, TranslateOptions } from "../translation.ts";

/** Translates files that may import each other. The real one is `translateFiles`; a worker pool and tests stand in for it. */
export type Translator = (
  inputs: readonly SourceInput[],
  options: TranslateOptions,
) => Promise<readonly FileTranslation[]>;

/**
 * Translates a group of files that import each other, and gives one result for each, whatever happens: when the
 * translator throws, the files that make it throw even alone are failures and the others are done without them.
 */
export async function translateGroup(
  translator: Translator,
  inputs: readonly SourceInput[],
  options: TranslateOptions,
): Promise<readonly FileTranslation[]> {
  try {
    return complete(inputs, await translator(inputs, options));
  } catch (error) {
    if (inputs.length === 1) return inputs.map((input) => crashed(input, error));
  }
  const alone = await Promise.all(
    inputs.map(async (input) => (await translateGroup(translator, [input], options))[0]!),
  );
  const sound = inputs.filter((_, index) => alone[index]!.status !== "failed");
  if (sound.length === inputs.length || sound.length === 0) return alone;
  try {
    const together = complete(sound, await translator(sound, options));
    return inputs.map((input, index) => together.find((result) => result.path === input.path) ?? alone[index]!);
  } catch {
    return alone;
  }
}

/** One result for each input, in their order. */
function complete(inputs: readonly SourceInput[], results: readonly FileTranslation[]): readonly FileTranslation[] {
  const byPath = new Map(results.map((result) => [result.path, result]));
  return inputs.map((input) => byPath.get(input.path) ?? crashed(input, "the translator gave no result"));
}

function crashed({ path, output }: SourceInput, error: unknown): FileTranslation {
  const { name, message } = error instanceof Error ? error : new Error(String(error));
  const cause = `${name}: ${message}`;
  return { status: "failed", path, output, reason: `internal error: ${cause}`, line: null, diagnostics: [] };
}
