import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { fetchAnyStatus } from "../../../src/runtime/http/fetchAnyStatus.ts";
import { fetchOrThrow } from "../../../src/runtime/http/fetchOrThrow.ts";
import { HttpConnection } from "../../../src/runtime/http/connection/HttpConnection.ts";
import { readText } from "../../../src/runtime/http/readText.ts";
import { textReader } from "../../../src/runtime/http/TextReader.ts";
import { BaseException } from "../../../src/runtime/python/exceptions/BaseException.ts";
import { startListeners } from "./listeners.ts";

export interface SoakResult {
  /** How often requests ended how: `200`, `socket.error` … */
  readonly outcomes: ReadonlyMap<string, number>;
  readonly open: number;
  readonly unhandled: number;
  /** Megabytes in use after each tenth of the requests and a collection. */
  readonly heap: readonly number[];
  /** Whether the last of these is no more than a few megabytes above the second. */
  readonly flat: boolean;
}

const paths = `ok-cl ok-chunked ok-close ok-gzip no-204 status?code=404 status?code=503 redir?loc=/ok-cl hop?n=5 loop
  rst-after-req fin-before-byte rst-mid-status fin-mid-status rst-mid-headers fin-mid-headers rst-after-headers rst-mid-body
  rst-mid-chunked rst-mid-close err-rst-body err-trunc-body garbage-status trunc-cl trunc-cl-big trunc-chunked bad-chunk
  redir-rst-body redir-trunc-body blocks hdr-n?n=101 hang hang-mid-body hang-mid-headers continue-100 echo`.split(
  /\s+/,
);

/** How many requests are on their way at once. */
const LANES = 20;

/** Makes requests, a fault at random for each, by all three libraries, some read, some left, some closed. */
export async function soak(requests: number, seed: number): Promise<SoakResult> {
  const listeners = await startListeners();
  const outcomes = new Map<string, number>();
  let unhandled = 0;
  const count = () => void unhandled++;
  process.on("unhandledRejection", count);
  const random = mulberry(seed);
  const heap: number[] = [];
  let made = 0;
  const lane = async (until: number): Promise<void> => {
    while (made < until) {
      made++;
      const outcome = await one(random, listeners.ports);
      outcomes.set(outcome, (outcomes.get(outcome) ?? 0) + 1);
    }
  };
  for (let tenth = 1; tenth <= 10; tenth++) {
    await Promise.all(Array.from({ length: LANES }, () => lane(Math.round((requests * tenth) / 10))));
    collect();
    heap.push(Math.round(process.memoryUsage().heapUsed / 1e5) / 10);
    // The servers' own notes of requests are not the runtime's.
    listeners.forget();
  }
  for (let waited = 0; listeners.open > 0 && waited < 10_000; waited += 100) {
    collect();
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  const { open } = listeners;
  await listeners.close();
  process.off("unhandledRejection", count);
  return { outcomes, open, unhandled, heap, flat: (heap.at(-1) ?? 0) < (heap[1] ?? 0) + 8 };
}

async function one(random: () => number, ports: ReadonlyMap<string, number>): Promise<string> {
  const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)]!;
  const listener = random() < 0.9 ? "port" : pick(["refused", "rstAccept", "finAccept", "garbageAccept"]);
  const host = `127.0.0.1:${ports.get(listener)}`;
  const path = `/${pick(paths)}`;
  const timeout = path.startsWith("/hang") ? 0.05 : 30;
  const kind = pick(["urllib2", "urllib2", "urllib", "httplib"]);
  const body = random() < 0.2 ? "x".repeat(Math.floor(random() * 50_000)) : null;
  try {
    const response = await open(kind === "urllib" && path.startsWith("/hang") ? "urllib2" : kind, host, path, {
      timeout,
      body,
    });
    const end = random();
    if (end < 0.6) await readText(response);
    else if (end < 0.8) await textReader(response).readline();
    return String(response.status);
  } catch (error) {
    if (!(error instanceof BaseException)) throw error;
    return error.qualifiedName;
  }
}

async function open(
  kind: string,
  host: string,
  path: string,
  options: { readonly timeout: number; readonly body: string | null },
): Promise<Response> {
  if (kind === "urllib2") return fetchOrThrow(`http://${host}${path}`, options);
  if (kind === "urllib") return fetchAnyStatus(`http://${host}${path}`, options.body);
  const connection = new HttpConnection(host, null, options);
  await connection.request(options.body === null ? "GET" : "POST", path, options.body);
  return connection.getresponse();
}

/** What nobody refers to any more is closed when it is collected. */
function collect(): void {
  setFlagsFromString("--expose-gc");
  (runInNewContext("gc") as () => void)();
}

/** Numbers from 0 to 1 that look random and are the same for the same seed. */
function mulberry(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}
