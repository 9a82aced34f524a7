import type { BaseHandler } from "./BaseHandler.ts";
import { HTTPDefaultErrorHandler } from "./HTTPDefaultErrorHandler.ts";
import { HTTPErrorProcessor } from "./HTTPErrorProcessor.ts";
import { HTTPHandler } from "./HTTPHandler.ts";
import { HTTPRedirectHandler } from "./HTTPRedirectHandler.ts";
import { HTTPSHandler } from "./HTTPSHandler.ts";
import { OpenerDirector } from "./OpenerDirector.ts";
import { ProxyHandler } from "../proxy/ProxyHandler.ts";
import { UnknownHandler } from "./UnknownHandler.ts";

const defaults = [
  ProxyHandler,
  UnknownHandler,
  HTTPHandler,
  HTTPDefaultErrorHandler,
  HTTPRedirectHandler,
  HTTPErrorProcessor,
  HTTPSHandler,
];

/**
 * `urllib2.build_opener`: an opener with the given handlers, or classes to make them of, and with each of the default ones
 * that none of them is a kind of.
 */
export function buildOpener(...handlers: readonly (BaseHandler | (new () => BaseHandler))[]): OpenerDirector {
  const opener = new OpenerDirector();
  for (const Default of defaults) {
    const replaced = handlers.some((handler) =>
      typeof handler === "function"
        ? handler === Default || handler.prototype instanceof Default
        : handler instanceof Default,
    );
    if (!replaced) opener.addHandler(new Default());
  }
  for (const handler of handlers) opener.addHandler(typeof handler === "function" ? new handler() : handler);
  return opener;
}
