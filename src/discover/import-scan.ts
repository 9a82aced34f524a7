/** One import found by `scanImports`. */
export interface ScannedImport {
  /** Leading dots of a relative import; 0 for an absolute one. */
  readonly level: number;
  /** Dotted name after the dots; empty for `from . import x`. */
  readonly module: string;
  /** Names of a `from` import, which may be submodules; empty for a plain `import`. */
  readonly names: readonly string[];
}

/**
 * Imports of a Python text, found without parsing. It may report too much (an import in a docstring) and never too
 * little for imports written as such: that only widens the scope and the groups of files translated together.
 */
export function scanImports(text: string): readonly ScannedImport[] {
  const joined = text.replaceAll(/\\\r?\n/g, " ");
  return [...fromImports(joined), ...plainImports(joined), ...dynamicImports(joined)];
}

function* fromImports(text: string): Iterable<ScannedImport> {
  for (const [, dots = "", module = "", list = ""] of text.matchAll(
    /\bfrom[ \t]*(\.*)[ \t]*([\w.]*)[ \t]+import\b[ \t]*(\([^)]*|[^\n;#]*)/g,
  )) {
    const names = list
      .replaceAll(/#[^\n]*/g, "")
      .split(/[(,\s]+as\s+\w+|[(),\s]+/)
      .filter((name) => /^\w+$/.test(name));
    if (dots !== "" || module !== "") yield { level: dots.length, module, names };
  }
}

function* plainImports(text: string): Iterable<ScannedImport> {
  for (const [, before = "", list = ""] of text.matchAll(/(?<=^|;)([^\n;]*?)\bimport[ \t]+([^\n;#]*)/gm)) {
    if (/\bfrom[ \t]*[\w.]*[ \t]*$/.test(before)) continue;
    for (const part of list.split(",")) {
      const module = /^\s*([A-Za-z_][\w.]*)/.exec(part)?.[1];
      if (module !== undefined) yield { level: 0, module, names: [] };
    }
  }
}

function* dynamicImports(text: string): Iterable<ScannedImport> {
  for (const [, module = ""] of text.matchAll(/\b(?:__import__|import_module)\s*\(\s*['"]([\w.]+)['"]/g)) {
    yield { level: 0, module, names: [] };
  }
}

const networkModules = new Set(["urllib2", "urllib", "httplib", "http"]);

/** Whether a text imports urllib2, urllib or httplib, under their Python 2, Python 3 or `six` names. */
export function usesNetwork(text: string, imports: readonly ScannedImport[] = scanImports(text)): boolean {
  return imports.some(({ level, module, names }) => {
    if (level > 0) return false;
    const [first = "", second = ""] = module.split(".");
    if (first === "http") return second === "client" || names.includes("client");
    if (first === "six")
      return /\bsix\.moves\.(?:urllib|http_client)|\bimport[^\n]*\b(?:urllib|http_client)\b/.test(text);
    return networkModules.has(first);
  });
}
