import type { Observation } from "./observation.ts";
import type { Reply } from "./reply.ts";

/** One way to run a script. `argv`, `env`, `stdin` and `files` may have placeholders: see `expand`. */
export interface Case {
  /** What happens, in a few words. */
  readonly title: string;
  /** Path of the script in the fixture repository. */
  readonly script: string;
  readonly argv?: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
  readonly stdin?: string;
  /** Files in the working folder before the start. */
  readonly files?: Readonly<Record<string, string>>;
  readonly replies?: readonly Reply[];
  /** For a script that runs into something untranslated. */
  readonly stopsAtMark?: Mark;
  /** What CPython 2.7 did; `scripts/record-fixtures.ts` writes it. */
  readonly recording?: Recording;
}

/** A place in a script that has no translation, and what Python has done when it gets there; no file is changed by then. */
export interface Mark {
  /** 1-based. */
  readonly line: number;
  readonly requests: number;
  readonly stdout: string;
}

export interface Recording extends Observation {
  /** Version of the CPython that was watched. */
  readonly python: string;
}
