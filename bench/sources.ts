import { readFileSync } from "node:fs";
import { globSync } from "tinyglobby";
import type { Source } from "../src/python/source.ts";
import type { SourceInput } from "../src/translation.ts";
import { decodeSource } from "./compiled.ts";

/** All Python files below some directories. */
export function readInputs(directories: readonly string[]): SourceInput[] {
  return directories.flatMap((cwd) =>
    globSync("**/*.py", { cwd })
      .sort()
      .map((path) => ({
        path,
        module: path.slice(0, -".py".length).replaceAll("/", "."),
        output: path.replace(/\.py$/, ".ts"),
        bytes: readFileSync(`${cwd}/${path}`),
      })),
  );
}

/** Those of them that can be decoded. */
export function readSources(directories: readonly string[]): Source[] {
  return readInputs(directories)
    .map(({ path, bytes }) => decodeSource(path, bytes))
    .filter((source) => "text" in source);
}

export function linesOf(sources: readonly Source[]): number {
  return sources.reduce((sum, { lineStarts }) => sum + lineStarts.length - 1, 0);
}
