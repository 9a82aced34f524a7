import { getLogger, rootLogger } from "./getLogger.ts";
import type { Logger } from "./Logger.ts";

/** `logger.getChild(suffix)`. */
export function childLogger(logger: Logger, suffix: string): Logger {
  return getLogger(logger === rootLogger ? suffix : `${logger.name}.${suffix}`);
}
