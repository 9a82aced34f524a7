import type { CallEmit } from "../../src/library/entry.ts";
import { translateFiles } from "../../src/translate-files.ts";
import type { Answer } from "../fuzz/run/outcome.ts";
import { readPrograms, type SemanticsProgram } from "../semantics/program-files.ts";
import { readable } from "../semantics/run-python.ts";
import { type Mutable, mutableEntries, wrap } from "./entries.ts";
import { wrong } from "./wrong.ts";

/** Runs emitted modules, in order. */
export type Run = (modules: readonly string[]) => Promise<readonly Answer[]>;

/** How programs are run: many in one process, or one in a process of its own. */
export interface Runs {
  readonly together: Run;
  readonly apart: Run;
}

export interface Mutant {
  readonly name: string;
  /** The program that fails with it; null where none does. */
  readonly killedBy: string | null;
  /** How many programs use the entry. */
  readonly covering: number;
}

interface Covering {
  readonly program: SemanticsProgram;
  readonly run: Run;
}

/** The programs of the fixtures, with the entries that each uses. Those that leave something behind in their process have one each. */
export class Mutations {
  readonly entries = mutableEntries();
  readonly #covering = new Map<string, Covering[]>();

  /** The entries that no program of the fixtures uses. */
  static async unused(): Promise<readonly string[]> {
    const mutations = new Mutations();
    const { used } = await mutations.#translate();
    const names = new Set([...used.values()].flatMap((all) => [...all]));
    return mutations.entries.map(({ name }) => name).filter((name) => !names.has(name));
  }

  static async open({ together, apart }: Runs): Promise<Mutations> {
    const mutations = new Mutations();
    const { used, programs } = await mutations.#translate();
    const texts = programs.map(({ text }) => text);
    const answers = await together(texts);
    // By themselves, last to first: what a program leaves behind in the process must not matter.
    const again = (await together(texts.toReversed())).toReversed();
    for (const [i, { program, text }] of programs.entries()) {
      const isQuiet = behaves(program, answers[i]!) && behaves(program, again[i]!);
      if (!isQuiet && !behaves(program, (await apart([text]))[0]!)) continue;
      for (const name of used.get(program)!) {
        const list = mutations.#covering.get(name) ?? [];
        const covering = { program, run: isQuiet ? together : apart };
        mutations.#covering.set(name, isQuiet ? [covering, ...list] : [...list, covering]);
      }
    }
    return mutations;
  }

  async #translate(): Promise<{
    readonly used: ReadonlyMap<SemanticsProgram, ReadonlySet<string>>;
    readonly programs: readonly { readonly program: SemanticsProgram; readonly text: string }[];
  }> {
    const used = new Map<SemanticsProgram, Set<string>>();
    let current = new Set<string>();
    const undo = this.entries.map((mutable) =>
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
    return { used, programs };
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
      for (const { program, run } of covering) {
        const text = await translated(program);
        if (text === null) throw new Error(`${program.name} is not translated with a wrong ${mutable.name}`);
        const [answer] = await run([text]);
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
