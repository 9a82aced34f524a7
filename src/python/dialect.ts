/** Which Python a file is written for. Files that both can read count as Python 2. */
export type Dialect = "python2" | "python3";

// Modules that no package gives to Python 2 under these names (as some do for queue, configparser and builtins).
const PYTHON3_IMPORT =
  /^(?:import|from)\s+(?:urllib\.(?:request|error|parse|response)|http\.(?:client|cookiejar|cookies|server)|html\.parser)\b|^from\s+urllib\s+import\s+(?:request|error|parse)\b/;
const PYTHON2_IMPORT =
  /^(?:import|from)\s+(?:urllib2|httplib|cookielib|urlparse|StringIO|cStringIO|Queue|ConfigParser|HTMLParser|cPickle|__builtin__|commands|Cookie|BaseHTTPServer|SocketServer|thread|robotparser|xmlrpclib)\b/;

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
    if (PYTHON3_IMPORT.test(text)) this.#python3Hint = true;
    else if (PYTHON2_IMPORT.test(text)) this.#python2Hint = true;
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
