/** Which Python a file is written for. Files that both can read count as Python 2. */
export type Dialect = "python2" | "python3";

// Modules that no package gives to Python 2 under these names (as some do for queue, configparser and builtins).
const PYTHON3_MODULES: ReadonlySet<string> = new Set(
  "urllib.request urllib.error urllib.parse urllib.response http.client http.cookiejar http.cookies http.server html.parser".split(
    " ",
  ),
);
const PYTHON2_MODULES: ReadonlySet<string> = new Set(
  (
    "urllib2 httplib cookielib urlparse StringIO cStringIO Queue ConfigParser HTMLParser cPickle __builtin__ commands Cookie " +
    "BaseHTTPServer SocketServer thread robotparser xmlrpclib"
  ).split(" "),
);
const PYTHON3_URLLIB = /^from\s+urllib\s+import\s+(?:request|error|parse)\b/;
/** The first module that an import statement names: its package, and what of it. */
const IMPORTED = /^(?:import|from)\s+(\w+)(\.\w+)?/;

/** Gathers evidence while a file is scanned. Syntax that only one of them reads outweighs imports and the `#!` line. */
export class DialectEvidence {
  #python2Syntax = false;
  #python3Syntax = false;
  #python2Hint = false;
  #python3Hint = false;

  /** Syntax that Python 3 refuses. */
  python2(): void {
    this.#python2Syntax = true;
  }

  /** Syntax that Python 2.7 refuses. */
  python3(): void {
    this.#python3Syntax = true;
  }

  /** The text of an import statement. */
  importLine(text: string): void {
    const [, name = "", attribute = ""] = IMPORTED.exec(text) ?? [];
    if (PYTHON3_MODULES.has(name + attribute) || PYTHON3_URLLIB.test(text)) this.#python3Hint = true;
    else if (PYTHON2_MODULES.has(name)) this.#python2Hint = true;
  }

  firstLine(text: string): void {
    if (/^#!.*\bpython3/.test(text)) this.#python3Hint = true;
    else if (/^#!.*\bpython2/.test(text)) this.#python2Hint = true;
  }

  /** Whether syntax decides it. */
  get certain(): boolean {
    return this.#python2Syntax || this.#python3Syntax;
  }

  verdict(): Dialect {
    if (this.#python2Syntax) return "python2";
    if (this.#python3Syntax) return "python3";
    return this.#python3Hint && !this.#python2Hint ? "python3" : "python2";
  }
}
