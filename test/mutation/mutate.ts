import type { CallEmit } from "../../src/library/entry.ts";
import { translateFiles } from "../../src/translate-files.ts";
import type { Answer } from "../fuzz/run/outcome.ts";
import { readPrograms, type SemanticsProgram } from "../semantics/program-files.ts";
import { readable } from "../semantics/run-python.ts";
import { type Mutable, mutableEntries, wrap } from "./entries.ts";
import { wrong } from "./wrong.ts";

/** Runs emitted modules, in order. */
export type Run = (modules: readonly string[]) => Promise<readonly Answer[]>;

export interface Mutant {
  readonly name: string;
  /** The program that fails with it; null where none does. */
  readonly killedBy: string | null;
  /** How many programs use the entry. */
  readonly covering: number;
}

/** The programs of the fixtures that run among others as they do alone, with the entries that each uses. */
export class Mutations {
  readonly entries = mutableEntries();
  readonly #run: Run;
  readonly #covering = new Map<string, SemanticsProgram[]>();

  private constructor(run: Run) {
    this.#run = run;
  }

  static async open(run: Run): Promise<Mutations> {
    const mutations = new Mutations(run);
    const used = new Map<SemanticsProgram, Set<string>>();
    let current = new Set<string>();
    const undo = mutations.entries.map((mutable) =>
      wrap(mutable, (made) => {
        current.add(mutable.name);
        return made;
      }),
    );
    const programs: { readonly program: SemanticsProgram; readonly text: string }[] = [];
    for (const program of readPrograms().run) {
      current = new Set();
      const text = await translated(program);
      used.set(program, current);
      if (text !== null) programs.push({ program, text });
    }
    for (const each of undo) each();
    const answers = await run(programs.map(({ text }) => text));
    // By themselves, last to first: what a program leaves behind in the process must not matter.
    const again = (await run(programs.map(({ text }) => text).toReversed())).toReversed();
    programs.forEach(({ program }, i) => {
      if (!behaves(program, answers[i]!) || !behaves(program, again[i]!)) return;
      for (const name of used.get(program)!) {
        const list = mutations.#covering.get(name) ?? [];
        mutations.#covering.set(name, [...list, program]);
      }
    });
    return mutations;
  }

  /** Makes the entry wrong, and runs the programs that use it until one fails. */
  async kill(mutable: Mutable): Promise<Mutant> {
    const covering = this.#covering.get(mutable.name) ?? [];
    const isAsync = mutable.entry.kind === "function" && mutable.entry.async !== undefined;
    const undo = wrap(mutable, (made, emit) => {
      if (typeof made === "string") return made;
      const { type } = mutable.entry as { type?: unknown };
      const of =
        "resultType" in emit
          ? (emit as CallEmit).resultType
          : typeof type === "object"
            ? (type as never)
            : ({ k: "unknown" } as const);
      return wrong(made, of, isAsync);
    });
    try {
      for (const program of covering) {
        const text = await translated(program);
        if (text === null) throw new Error(`${program.name} is not translated with a wrong ${mutable.name}`);
        const [answer] = await this.#run([text]);
        if (!behaves(program, answer!))
          return { name: mutable.name, killedBy: program.name, covering: covering.length };
      }
      return { name: mutable.name, killedBy: null, covering: covering.length };
    } finally {
      undo();
    }
  }
}

async function translated({ name, text }: SemanticsProgram): Promise<string | null> {
  const bytes = new TextEncoder().encode(text);
  try {
    const [file] = await translateFiles([{ path: `${name}.py`, module: "program", output: "program.ts", bytes }]);
    return file === undefined || file.status === "failed" ? null : file.text;
  } catch {
    return null;
  }
}

const behaves = ({ recording }: SemanticsProgram, answer: Answer): boolean =>
  recording !== null &&
  !("lost" in answer) &&
  readable(Buffer.from(answer.stdout, "latin1")) === recording.stdout &&
  answer.status === recording.exit;
