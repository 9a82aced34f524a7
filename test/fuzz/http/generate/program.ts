import fc from "fast-check";
import { Tape } from "../../tape.ts";
import type { Tapes } from "../../generate/program.ts";
import { Choices } from "../Choices.ts";
import { replyComments } from "../reply.ts";
import { guarded } from "./guarded.ts";
import { httplibStep } from "./httplibSteps.ts";
import { installStep } from "./installStep.ts";
import { jarStep } from "./jarStep.ts";
import { parsingStep } from "./parsingStep.ts";
import { Script } from "./Script.ts";
import { socketStep } from "./socketStep.ts";
import { urllib2Step } from "./urllib2Steps.ts";
import { hookStep, retryStep, urllibStep } from "./urllibSteps.ts";
import { wrapperStep } from "./wrapperStep.ts";

/** The tapes of a program, one for each of its steps. */
export const tapes: fc.Arbitrary<Tapes> = fc.array(
  fc.array(fc.nat({ max: 0xffff }), { minLength: 2, maxLength: 90, size: "max" }),
  { minLength: 1, maxLength: 4, size: "max" },
);

/** With how often each is chosen; the first is the plainest. */
const STEPS = (
  [
    [urllib2Step, 4],
    [httplibStep, 2],
    [urllibStep, 2],
    [retryStep, 1],
    [wrapperStep, 2],
    [socketStep, 1],
    [parsingStep, 2],
    [installStep, 1],
    [jarStep, 2],
    [hookStep, 1],
  ] as const
).flatMap(([step, times]) => Array.from({ length: times }, () => step));

const MODULES =
  "base64 cgi contextlib Cookie cookielib csv email.utils errno gzip hashlib httplib json mimetypes os re shutil socket StringIO struct sys time urllib urllib2 urlparse zlib".split(
    " ",
  );

/** The program that the tapes choose, Python 2.7 source, with what its server replies in comments. */
export function programOf(steps: Tapes): string {
  const script = new Script(new Tape([]));
  const body = steps.flatMap((numbers) => {
    script.g = new Choices(new Tape(numbers));
    return guarded(script, script.g.pick(STEPS)(script));
  });
  const head = [
    "HOST = '127.0.0.1:' + os.environ['PORT']",
    "BASE = 'http://' + HOST",
    "OTHER = 'http://127.0.0.1:' + os.environ['OTHER']",
    // No program waits for ever.
    "socket.setdefaulttimeout(1.5)",
  ];
  const text = [...head, ...[...script.prelude.values()].flat(), ...body].join("\n");
  const uses = MODULES.filter((name) => new RegExp(`\\b${name}\\.`).test(text)).map((name) => `import ${name}`);
  const imports = /\bET\./.test(text) ? [...uses, "import xml.etree.ElementTree as ET"] : uses;
  return `${[...replyComments(script.replies), ...imports, text].join("\n")}\n`;
}
