/** What a read of a cut body gives instead of its error, which it may raise; null: all are raised. */
export const cutReads: { instead: ((error: unknown) => Uint8Array) | null } = { instead: null };
