/** The types of `logging`'s objects. */
export const LOGGER = "logging.Logger";
export const HANDLER = "logging.Handler";
export const FORMATTER = "logging.Formatter";
export const FILTER = "logging.Filter";
export const LOG_RECORD = "logging.LogRecord";
export const ADAPTER = "logging.LoggerAdapter";
export const STREAM_HANDLER = "logging.StreamHandler";
export const FILE_HANDLER = "logging.FileHandler";
export const NULL_HANDLER = "logging.NullHandler";
export const ROTATING_HANDLER = "logging.handlers.RotatingFileHandler";

/** A kind of handler, and what it derives from. */
export const handlerBases: Readonly<Record<string, string>> = {
  [STREAM_HANDLER]: HANDLER,
  [FILE_HANDLER]: STREAM_HANDLER,
  [NULL_HANDLER]: HANDLER,
  [ROTATING_HANDLER]: FILE_HANDLER,
};
