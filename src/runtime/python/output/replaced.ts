/** What the program has put in the place of a standard stream. */
interface Replacement {
  readonly stream: object;
  write(text: string): unknown;
}

/** Null for a stream that is what it was when the program began. */
export const replaced: { stdout: Replacement | null; stderr: Replacement | null } = { stdout: null, stderr: null };
