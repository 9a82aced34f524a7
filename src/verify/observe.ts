import { Buffer } from "node:buffer";
import { mkdir, mkdtemp, readdir, readFile, realpath, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { basename, dirname, extname, join, relative, sep } from "node:path";
import type { Case } from "./case.ts";
import { expand } from "./expand.ts";
import { toContent, type Content, type Observation } from "./observation.ts";
import { runProgram, type Program } from "./run-program.ts";
import { ScriptedServer, type ReceivedRequest } from "./scripted-server.ts";
import { parseStderr } from "./stderr.ts";

/** Far above what any case takes: whoever gets here hangs. */
const LIMIT = 30_000;

/** An observation, and whether the server's script fitted the program. */
export interface Watched {
  readonly observation: Observation;
  /** Requests for which the script had no reply. */
  readonly unscripted: number;
  /** Replies of the script that were never asked for. */
  readonly unused: number;
}

/** Runs a program on a case, in a fresh folder and against a fresh server, and notes everything it does to the outside. */
export async function observe(program: Program, scenario: Case): Promise<Watched> {
  const server = await ScriptedServer.start(scenario.replies ?? []);
  const cwd = await realpath(await mkdtemp(join(tmpdir(), "urllib2-to-fetch-")));
  try {
    const fill = (text: string) => expand(text, server.port);
    for (const [path, text] of Object.entries(scenario.files ?? {})) {
      await mkdir(dirname(join(cwd, path)), { recursive: true });
      await writeFile(join(cwd, path), fill(text));
    }
    // A translation says its own name where Python says the script's, but also the script's where that stands in a text.
    const stem = basename(program.script, extname(program.script));
    const rewrite = (text: string) =>
      text
        .replace(new RegExp(`\\b${server.port}\\b`, "g"), "{port}")
        .replaceAll(cwd, "{cwd}")
        .replaceAll(program.script, "{script}")
        .replaceAll(`${stem}.py`, "{script}")
        .replaceAll(`${stem}.ts`, "{script}");
    const before = await readTree(cwd, rewrite);
    const finished = await runProgram(program, {
      argv: (scenario.argv ?? []).map(fill),
      env: Object.fromEntries(Object.entries(scenario.env ?? {}).map(([name, value]) => [name, fill(value)])),
      stdin: fill(scenario.stdin ?? ""),
      cwd,
      limit: LIMIT,
    });
    const stderr = parseStderr(finished.stderr.toString("utf8"));
    const observation: Observation = {
      requests: server.requests.map((request) => observeRequest(request, rewrite)),
      gaps: server.requests.slice(1).map((request, i) => request.arrival - (server.requests[i]?.arrival ?? 0)),
      stdout: toContent(finished.stdout, rewrite),
      stderr: toContent(Buffer.from(stderr.own), rewrite),
      exception: stderr.exception === null ? null : rewrite(stderr.exception),
      exit: finished.exit,
      files: changes(before, await readTree(cwd, rewrite)),
    };
    return { observation, unscripted: server.unscripted, unused: server.unused.length };
  } finally {
    await server.close();
    await rm(cwd, { recursive: true, force: true });
  }
}

function observeRequest(request: ReceivedRequest, rewrite: (text: string) => string): Observation["requests"][number] {
  const headers = new Map<string, string>();
  for (const [name, value] of request.headers) {
    const key = name.toLowerCase();
    const earlier = headers.get(key);
    headers.set(key, rewrite(earlier === undefined ? value : `${earlier}, ${value}`));
  }
  return {
    method: request.method,
    target: rewrite(request.target),
    headers: Object.fromEntries([...headers].sort(([a], [b]) => (a < b ? -1 : 1))),
    body: toContent(request.body, rewrite),
  };
}

async function readTree(folder: string, rewrite: (text: string) => string): Promise<Map<string, Content>> {
  const files = new Map<string, Content>();
  for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const path = join(entry.parentPath, entry.name);
    files.set(relative(folder, path).split(sep).join("/"), toContent(await readFile(path), rewrite));
  }
  return files;
}

function changes(before: Map<string, Content>, after: Map<string, Content>): Record<string, Content | null> {
  const changed: Record<string, Content | null> = {};
  for (const path of [...new Set([...before.keys(), ...after.keys()])].sort()) {
    const now = after.get(path) ?? null;
    if (JSON.stringify(now) !== JSON.stringify(before.get(path) ?? null)) changed[path] = now;
  }
  return changed;
}
