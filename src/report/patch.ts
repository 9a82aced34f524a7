import type { PlannedFile } from "../workspace/plan.ts";
import { unifiedDiff } from "../workspace/unified-diff.ts";

/**
 * The whole plan as one patch for `git apply`: the translations first, for those who read it, then what comes with them.
 *
 * @param pathInPatch gives a planned file's path from where the patch is to be applied.
 */
export function patchReport(plan: readonly PlannedFile[], pathInPatch: (file: PlannedFile) => string): string {
  const changes = plan.filter((file) => file.action === "create" || file.action === "replace");
  return [
    ...changes.filter((file) => file.kind === "translation"),
    ...changes.filter((file) => file.kind !== "translation"),
  ]
    .map((file) => unifiedDiff(pathInPatch(file), file.before, file.after))
    .join("");
}
