import type { Diagnostic } from "./diagnostic.ts";
import { sha256 } from "./sha256.ts";

/**
 * Adds the fingerprint to the diagnostics of one file: 16 hexadecimal digits of SHA-256 over code, path, normalised
 * snippet and the ordinal among diagnostics equal in those three. No line number takes part, so that an edit elsewhere
 * in the file keeps a finding's identity (and a baseline or a dismissed alert stays valid).
 *
 * @param diagnostics in source order; the order decides the ordinals.
 */
export function withFingerprints(diagnostics: readonly Omit<Diagnostic, "fingerprint">[]): Diagnostic[] {
  const seen = new Map<string, number>();
  return diagnostics.map((diagnostic) => {
    const key = [diagnostic.code, diagnostic.file, diagnostic.snippet.replaceAll(/\s+/g, " ").trim()].join("\0");
    const ordinal = seen.get(key) ?? 0;
    seen.set(key, ordinal + 1);
    return { ...diagnostic, fingerprint: sha256(`${key}\0${ordinal}`).slice(0, 16) };
  });
}
