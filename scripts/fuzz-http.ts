// Random programs that use urllib2, urllib and httplib against random servers, under CPython 2.7 and, translated, under Node:
//   npm run fuzz:http -- --runs 1000 --seed 1
// Options: see fuzz-command.ts.
import * as programs from "../test/fuzz/http/generate/program.ts";
import { Lanes } from "../test/fuzz/http/Lanes.ts";
import { fixedHttpPrograms, httpRecording } from "../test/fuzz/http/recording.ts";
import { openNode, openPython } from "../test/fuzz/run/sides.ts";
import { fuzzCommand } from "./fuzz-command.ts";

await fuzzCommand({
  programs,
  fixed: fixedHttpPrograms,
  recording: httpRecording,
  python: (python) => Lanes.open((variables) => openPython(python, variables)),
  node: () => Lanes.open(openNode),
  typed: 5,
  unsteady: true,
});
