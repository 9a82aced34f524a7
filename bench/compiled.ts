const compiled = new URL("../dist/src/", import.meta.url);

/** A module as it ships, from `dist`: what is measured is the compiled code, without the loader that runs TypeScript. */
async function load<T>(path: string): Promise<T> {
  return (await import(new URL(path, compiled).href)) as T;
}

export const { decodeSource } = await load<typeof import("../src/python/decode-source.ts")>("python/decode-source.js");
export const { lineStartsOf } = await load<typeof import("../src/python/positions.ts")>("python/positions.js");
export const { parseModule } = await load<typeof import("../src/python/parse-module.ts")>("python/parse-module.js");
export const { openParser } = await load<typeof import("../src/python/parser.ts")>("python/parser.js");
export const { translateFiles } = await load<typeof import("../src/translate-files.ts")>("translate-files.js");
