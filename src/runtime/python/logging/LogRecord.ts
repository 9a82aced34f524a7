/** One call of a logger. */
export interface LogRecord {
  readonly logger: string;
  readonly level: number;
  readonly message: string;
  /** Milliseconds since 1970. */
  readonly created: number;
  /** What `exception()` adds below the message. */
  readonly traceback: string | null;
}
