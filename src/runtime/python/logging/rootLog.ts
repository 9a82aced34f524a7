import { configureLogging } from "./configureLogging.ts";
import { rootLogger } from "./getLogger.ts";
import type { Logger } from "./Logger.ts";

/** `logging.info(…)` and its kin: the root logger, which gets a handler when it is first used without one. */
export function rootLog(): Logger {
  configureLogging();
  return rootLogger;
}
