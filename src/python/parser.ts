import process from "node:process";
import type { PythonParser } from "./syntax-tree.ts";

export type { PythonParser } from "./syntax-tree.ts";

const VARIABLE = "URLLIB2_TO_FETCH_PARSER";

/**
 * Opens the native parser, or the WebAssembly one where the native one does not load; both give the same trees.
 *
 * The environment variable `URLLIB2_TO_FETCH_PARSER` (`native` or `wasm`) forces one: then a failure to load it, like any other value,
 * rejects with an `Error` that names the variable.
 */
export async function openParser(): Promise<PythonParser> {
  const wanted = process.env[VARIABLE] ?? "";
  if (wanted !== "" && wanted !== "native" && wanted !== "wasm") {
    throw new Error(`${VARIABLE} is '${wanted}'; it can be 'native' or 'wasm'`);
  }
  const attempts = wanted === "" ? (["native", "wasm"] as const) : ([wanted] as const);
  const failures: string[] = [];
  for (const name of attempts) {
    try {
      return await open(name);
    } catch (error) {
      failures.push(`${name}: ${error instanceof Error ? error.message.split("\n")[0] : String(error)}`);
    }
  }
  const forced = wanted === "" ? "" : ` (${VARIABLE}=${wanted})`;
  throw new Error(`no Python parser could be loaded${forced}; ${failures.join("; ")}`);
}

async function open(name: "native" | "wasm"): Promise<PythonParser> {
  if (name === "native") return (await import("./native-parser.ts")).openNativeParser();
  return (await import("./wasm-parser.ts")).openWasmParser();
}
