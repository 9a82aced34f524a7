import { basename, extname } from "node:path";

/** Where a logger is called: in the TypeScript. */
export interface LogPlace {
  readonly path: string;
  readonly file: string;
  readonly module: string;
  readonly line: number;
  readonly function: string;
}

const unknownPlace: LogPlace = {
  path: "(unknown file)",
  file: "(unknown file)",
  module: "(unknown file)",
  line: 0,
  function: "(unknown function)",
};

/** A frame of the logger itself: in a bundle it is in the program's own file. */
const isOwn = (path: string, name: string): boolean =>
  /\/runtime\/(python|http)\//.test(path) || /^(?:(?:logPlace|rootLog)\d*|_?Logger(?:Adapter)?\d*\.\w+)$/.test(name);

/** The place in the program that has called the logger. */
export function logPlace(): LogPlace {
  for (const line of (new Error().stack ?? "").split("\n").slice(1)) {
    const [, name = "<module>", path, number] =
      /^\s+at (?:(?:async )?(.*?) \()?(?:file:\/\/)?(\/[^()]*?):(\d+):\d+\)?$/.exec(line) ?? [];
    if (path === undefined || isOwn(path, name)) continue;
    const file = basename(path);
    return {
      path,
      file,
      module: basename(file, extname(file)),
      line: Number(number),
      function: name === "<anonymous>" ? "<module>" : name.replace(/^.*\./, ""),
    };
  }
  return unknownPlace;
}
