import fc from "fast-check";
import { Tape } from "../../tape.ts";
import type { Tapes } from "../../generate/program.ts";
import { Choices } from "../Choices.ts";
import { replyComments } from "../reply.ts";
import { guarded } from "./guarded.ts";
import { httplibStep } from "./httplibSteps.ts";
import { Script } from "./Script.ts";
import { urllib2Step } from "./urllib2Steps.ts";
import { retryStep, urllibStep } from "./urllibSteps.ts";

/** The tapes of a program, one for each of its steps. */
export const tapes: fc.Arbitrary<Tapes> = fc.array(
  fc.array(fc.nat({ max: 0xffff }), { minLength: 2, maxLength: 90, size: "max" }),
  { minLength: 1, maxLength: 4, size: "max" },
);

const STEPS = [urllib2Step, urllib2Step, httplibStep, urllibStep, urllib2Step, httplibStep, retryStep];

const MODULES =
  "base64 cookielib csv errno gzip hashlib httplib json os re shutil socket StringIO sys urllib urllib2 zlib".split(
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
  const imports = MODULES.filter((name) => new RegExp(`\\b${name}\\.`).test(text)).map((name) => `import ${name}`);
  return `${[...replyComments(script.replies), ...imports, text].join("\n")}\n`;
}
