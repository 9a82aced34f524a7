import { hasAnswer } from "./hasAnswer.ts";
import type { HTTPError } from "./HTTPError.ts";

/** `e.fp`: what an HTTPError reads, which is read through it here; null for one that was made without. */
export function fpOf(error: HTTPError): HTTPError | null {
  return hasAnswer(error) ? error : null;
}
