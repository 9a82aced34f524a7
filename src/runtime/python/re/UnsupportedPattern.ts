/** Why a regular expression has no JavaScript counterpart that does the same. Its message is the reason. */
export class UnsupportedPattern extends Error {
  override readonly name = "UnsupportedPattern";
}
