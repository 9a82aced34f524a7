import type { Answer } from "../run/outcome.ts";
import type { WorkerLine } from "../run/WorkerLine.ts";
import { FuzzServer } from "./FuzzServer.ts";
import { describeReceived } from "./received.ts";
import { repliesOf } from "./reply.ts";

/** Starts a worker whose programs find these variables in their environment. */
type Open = (variables: Readonly<Record<string, string>>) => WorkerLine;

/** How many programs run at once on a side: they mostly wait. */
const LANES = 2;

interface Lane {
  readonly server: FuzzServer;
  readonly worker: WorkerLine;
}

/** Runs programs of one side, each against a server that plays the replies of its comments. */
export class Lanes {
  readonly #lanes: readonly Lane[];

  private constructor(lanes: readonly Lane[]) {
    this.#lanes = lanes;
  }

  static async open(open: Open): Promise<Lanes> {
    const lanes = Array.from({ length: LANES }, async () => {
      const server = await FuzzServer.start();
      const [port, other] = server.ports;
      return { server, worker: open({ PORT: String(port), OTHER: String(other) }) };
    });
    return new Lanes(await Promise.all(lanes));
  }

  /** What each printed, with what its server was sent behind it. */
  async run(texts: readonly string[]): Promise<Answer[]> {
    const answers = Array.from<Answer>({ length: texts.length });
    let next = 0;
    const work = async (lane: Lane): Promise<void> => {
      for (let at = next++; at < texts.length; at = next++) answers[at] = await runOne(lane, texts[at]!);
    };
    await Promise.all(this.#lanes.map(work));
    return answers;
  }

  end(): void {
    for (const { server, worker } of this.#lanes) {
      server.close();
      worker.end();
    }
  }
}

async function runOne({ server, worker }: Lane, text: string): Promise<Answer> {
  server.play(repliesOf(text));
  const [answer] = (await worker.run([text])) as [Answer];
  const received = describeReceived(await server.received());
  if ("lost" in answer) return answer;
  const [port, other] = server.ports.map(String) as [string, string];
  const masked = (shown: string): string =>
    shown.replace(/(?<!\d)\d+/g, (digits) => (digits === port ? "{port}" : digits === other ? "{other}" : digits));
  // What is untranslated ends a program: what was printed before is compared, and what was sent is not.
  const isStopped = answer.error?.startsWith("JavaScript's UntranslatedError") === true;
  return {
    stdout: masked(answer.stdout + (isStopped ? "" : received)),
    error: answer.error && masked(answer.error),
    status: answer.status,
  };
}
