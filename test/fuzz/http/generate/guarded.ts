import { indented, type Script } from "./Script.ts";
import { views } from "./views.ts";

/** Handlers of scripts, from the class to what is looked at. */
const CLAUSES = [
  ["Exception", null],
  ["urllib2.HTTPError", "HTTP_ERROR"],
  ["urllib2.URLError", "URL_ERROR"],
  ["socket.timeout", "SOCKET_ERROR"],
  ["socket.error", "SOCKET_ERROR"],
  ["httplib.HTTPException", "HTTP_EXCEPTION"],
  ["(urllib2.URLError, socket.error)", null],
  ["(urllib2.URLError, httplib.HTTPException, socket.error)", null],
  ["IOError", null],
  ["ValueError", null],
  ["(socket.error, ValueError)", null],
] as const;

/** Handlers that take an exception apart, which not every exception lets them do. */
const UNPACKING = [
  "except socket.error, (number, text):\n    print number, text",
  "except IOError, (number, text):\n    print number, text",
  "except urllib2.URLError, (reason,):\n    print reason",
  "except (httplib.HTTPException, socket.error):\n    print sys.exc_info()[0].__name__, sys.exc_info()[1]",
  "except Exception:\n    print sys.exc_info()[0].__name__, sys.exc_info()[1]\n    raise",
];

/** The lines as the body of a `try` with some handlers, mostly one for all that may come; or bare. */
export function guarded(script: Script, lines: readonly string[]): string[] {
  const { g } = script;
  const chosen = g.several(0, 3, () => g.pick(CLAUSES)).filter(([name]) => name !== "Exception");
  const clauses = chosen.flatMap(([name, kind]) => [
    `except ${name}, e:`,
    ...indented(kind === null ? [`print type(e).__name__, e`] : views(g, kind, "e")),
  ]);
  if (g.chance(1, 12)) clauses.push(...g.pick(UNPACKING).split("\n"));
  const others = g.chance(1, 12) ? [] : ["except Exception, e:", "    print type(e).__name__, e, repr(e), e.args"];
  const body = ["try:", ...indented(lines), ...clauses, ...others];
  const ends = g.chance(1, 10) ? [...body, "finally:", "    print 'done'"] : body;
  return clauses.length + others.length === 0 ? [...lines] : ends;
}
