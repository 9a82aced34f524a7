import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { kinds } from "./kinds.ts";

/** A program that shows what one expression gives for each value of one kind. */
export interface BatteryProgram {
  readonly kind: string;
  /** The file of `templates/` that the expression is from, without its ending. */
  readonly area: string;
  /** The expression, over `v`. */
  readonly expression: string;
  readonly text: string;
}

const FOLDER = fileURLToPath(new URL("templates", import.meta.url));

/** What has to be imported for a name with a dot. */
const MODULE =
  /(?<![\w.'"])(?:email\.utils|os\.path|xml\.dom\.minidom|xml\.etree\.ElementTree|xml\.sax\.saxutils|HTMLParser|Queue|StringIO|base64|binascii|bisect|calendar|cgi|codecs|collections|copy|csv|datetime|decimal|errno|fnmatch|functools|glob|gzip|hashlib|heapq|hmac|htmlentitydefs|httplib|itertools|json|logging|math|mimetypes|operator|os|pprint|random|re|shlex|shutil|socket|string|struct|sys|textwrap|time|types|unicodedata|urllib2|urllib|urlparse|uuid|zlib)(?=\.)/g;

/** Every expression with every kind of value; those of one expression side by side. */
export function batteryPrograms(): BatteryProgram[] {
  const areas = readdirSync(FOLDER)
    .filter((name) => name.endsWith(".txt"))
    .toSorted();
  return areas.flatMap((file) =>
    readFileSync(`${FOLDER}/${file}`, "utf8")
      .split("\n")
      .filter((line) => line !== "")
      .flatMap((expression) =>
        Object.keys(kinds).map((kind) => ({
          kind,
          area: file.replace(".txt", ""),
          expression,
          text: programOf(expression, kind),
        })),
      ),
  );
}

function programOf(expression: string, kind: string): string {
  const { before = "", values } = kinds[kind]!;
  const modules = [...new Set(expression.match(MODULE) ?? [])].toSorted();
  const imports = modules.map((name) => `import ${name}\n`).join("");
  return `${imports}${before}
values = ${values}
for v in values:
    try:
        print repr(${expression})
    except Exception, e:
        print e.__class__.__name__, e
`;
}
