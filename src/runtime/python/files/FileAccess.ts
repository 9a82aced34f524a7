/** What the mode of `open` says. */
export interface FileAccess {
  readonly readable: boolean;
  readonly writable: boolean;
  /** Writes go to the end, wherever the position is. */
  readonly appends: boolean;
  /** Opened with `b`, which shows in a message only. */
  readonly binary: boolean;
  /** `\r\n` and `\r` are read as `\n`. */
  readonly universalNewlines: boolean;
}
