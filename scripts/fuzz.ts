// Runs random Python programs under CPython 2.7 and, translated, under Node:  npm run fuzz -- --runs 2000 --seed 1
// Options: see fuzz-command.ts.
import * as programs from "../test/fuzz/generate/program.ts";
import { fixedPrograms, fixedRecording } from "../test/fuzz/recording.ts";
import { openNode, openPython } from "../test/fuzz/run/sides.ts";
import { fuzzCommand } from "./fuzz-command.ts";

await fuzzCommand({
  programs,
  fixed: fixedPrograms,
  recording: fixedRecording,
  python: openPython,
  node: openNode,
  typed: 20,
  unsteady: false,
});
