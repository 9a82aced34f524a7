import { int, lib, none, str, type Type } from "../analysis/types.ts";
import type { Hook, Subclassing } from "./entry.ts";
import { MESSAGE, REQUEST, RESPONSE } from "./urllib2-names.ts";
import { union } from "../analysis/join.ts";

const request = lib(REQUEST);
const response = lib(RESPONSE);
const error: readonly Type[] = [request, response, int, str, lib(MESSAGE)];

/** What an opener asks its handlers, by the pattern of the method's name. */
const hooks: readonly (readonly [RegExp, readonly Type[]])[] = [
  [/^http_error_\d+$|^http_error_default$/, error],
  [/^https?_request$/, [request]],
  [/^https?_response$/, [request, response]],
  [/^(https?|file|default|unknown)_open$/, [request]],
  [/^redirect_request$/, [...error, str]],
];

const internal =
  /^(do_open|do_request_|proxy_open|add_parent|close|http_error_auth_reqed|retry_http_(basic|digest)_auth|get_(authorization|cnonce|algorithm_impls|entity_digest)|reset_retry_count|set_http_debuglevel)$/;

/** A handler that a program derives from one of urllib2's; `own` are the methods that the runtime's class has itself. */
export const handlerSubclass = (own: RegExp): Subclassing => ({
  attributes: [],
  hook: (name): Hook | string | null => {
    const found = hooks.find(([pattern]) => pattern.test(name));
    if (found) return { params: found[1], declared: !/^http_error_\d+$/.test(name) || own.test(name) };
    if (internal.test(name)) return "a step inside the handler";
    // What an opener would call for another protocol.
    return /_(open|request|response)$|_error_/.test(name) ? "a handler of another protocol" : null;
  },
});

/** A manager of passwords that finds or asks for them in its own way. */
export const managerSubclass: Subclassing = {
  attributes: [],
  hook: (name) =>
    name === "find_user_password"
      ? { params: [union([str, none]), str], declared: true }
      : name === "add_password"
        ? { params: [union([str, none]), str, str, str], declared: true }
        : null,
};

/** A class that derives from Request, to send another method. */
export const requestSubclass: Subclassing = {
  attributes: [],
  hook: (name) => (name === "get_method" ? { params: [], declared: true, gives: str } : null),
  internal: ["draft", "redirects", "route", "tunnelHost", "written"],
  spread: "requestArguments",
};

/** What HTMLParser asks a derived class. */
const parserHook =
  /^handle_(starttag|endtag|startendtag|data|charref|entityref|comment|decl|pi)$|^unknown_decl$|^get_starttag_text$/;

const constants = ["handler_order", "max_repeats", "max_redirections"];

/** Whether the runtime knows a method or attribute of a program's class by its name, whatever names are kept as they are. */
export const isHookName = (name: string): boolean =>
  name === "get_method" ||
  name === "find_user_password" ||
  name === "prompt_user_passwd" ||
  constants.includes(name) ||
  parserHook.test(name) ||
  hooks.some(([pattern]) => pattern.test(name));
