/** What a program did; all text is bytes, one character each. */
export interface Outcome {
  readonly stdout: string;
  /** `Class: text` of an uncaught exception other than SystemExit. */
  readonly error: string | null;
  readonly status: number;
}

export interface Job {
  readonly id: number;
  readonly text: string;
}

/** An outcome, or why there is none. */
export type Answer = Outcome | { readonly lost: string };
