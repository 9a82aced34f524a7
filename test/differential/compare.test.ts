import { describe, expect, test } from "vitest";
import { compare, type Difference } from "../../src/verify/compare.ts";
import type { Observation, ObservedRequest } from "../../src/verify/observation.ts";

const request: ObservedRequest = { method: "GET", target: "/", headers: { host: "h", connection: "close" }, body: "" };
const observation: Observation = {
  requests: [request, request],
  gaps: [200],
  stdout: "out",
  stderr: "err",
  exception: "socket.error: [Errno 104] x",
  exit: 1,
  files: { "a.txt": "a", gone: null },
};

/** What is reported when the second run differs from the first by `change`, as `aspect: where`. */
function reported(change: Partial<Observation>, first: Partial<Observation> = {}): string[] {
  const differences: Difference[] = compare({ ...observation, ...first }, { ...observation, ...first, ...change });
  return differences.map(({ aspect, where }) => `${aspect}: ${where}`);
}

const withHeaders = (headers: Record<string, string>) => ({
  requests: [request, { ...request, headers: { ...request.headers, ...headers } }],
});

test("a program does what it does", () => {
  expect(reported({})).toEqual([]);
});

test.each<[string, Partial<Observation>]>([
  ["stdout: standard output", { stdout: "out\n" }],
  ["stdout: standard output", { stdout: { bytes: 3, sha256: "x" } }],
  ["stderr: standard error", { stderr: "" }],
  ["exit: exit status", { exit: 0 }],
  ["exit: exit status", { exit: "SIGKILL" }],
  ["files: a.txt", { files: { "a.txt": "b", gone: null } }],
  ["files: a.txt", { files: { gone: null } }],
  ["files: gone", { files: { "a.txt": "a" } }],
  ["files: b.txt", { files: { "a.txt": "a", gone: null, "b.txt": "" } }],
  ["requests: request 2", { requests: [request] }],
  ["requests: request 3", { requests: [request, request, request] }],
  ["requests: request 2", { requests: [request, { ...request, method: "POST" }] }],
  ["requests: request 2", { requests: [request, { ...request, target: "/?" }] }],
  ["requests: request 2, body", { requests: [request, { ...request, body: "a=1" }] }],
  ["requests: request 2, header connection", withHeaders({ connection: "keep-alive" })],
  ["requests: request 2, header x-new", withHeaders({ "x-new": "" })],
  ["requests: request 2, header pragma", withHeaders({ pragma: "no-cache" })],
])("%s", (difference, change) => {
  expect(reported(change)).toEqual([difference]);
});

describe("headers that fetch adds", () => {
  test("are set aside where Python sent none", () => {
    expect(reported(withHeaders({ accept: "*/*", "accept-language": "*", "sec-fetch-mode": "cors" }))).toEqual([]);
  });

  test("are compared where Python sent one", () => {
    expect(reported(withHeaders({ accept: "*/*" }), withHeaders({ accept: "text/plain" }))).toEqual([
      "requests: request 2, header accept",
    ]);
    expect(reported({ requests: [request, request] }, withHeaders({ accept: "text/plain" }))).toEqual([
      "requests: request 2, header accept",
    ]);
  });

  test("are more for a conditional request", () => {
    const conditional = { "if-none-match": '"1"' };
    expect(reported(withHeaders({ ...conditional, pragma: "no-cache" }), withHeaders(conditional))).toEqual([]);
  });
});

describe("an exception", () => {
  test.each([
    ["__main__.ApiError: no (status 4)", "ApiError: no (status 4)", true],
    ["lib.fetcher.FetchError: no", "FetchError: no", true],
    ["ValueError", "ValueError", true],
    ["ValueError", "ValueError: text", false],
    ["lib.fetcher.FetchError: no", "FetchError: yes", false],
    ["socket.error: x", "socket.timeout: x", false],
    ["KeyError: 'a'", null, false],
    [null, "KeyError: 'a'", false],
  ])("%s is %s: %s", (wanted, got, same) => {
    expect(reported({ exception: got }, { exception: wanted })).toEqual(same ? [] : ["exception: uncaught exception"]);
  });
});

describe("a gap", () => {
  test.each([
    [200, 200, true],
    [200, 320, true],
    [200, 340, false],
    [200, 60, false],
    [400, 200, false],
    [0, 79, true],
  ])("of %i ms agrees with %i ms: %s", (wanted, got, same) => {
    expect(reported({ gaps: [got] }, { gaps: [wanted] })).toEqual(same ? [] : ["gaps: before request 2"]);
  });

  test("says nothing when a request is missing", () => {
    expect(reported({ requests: [request], gaps: [] })).toEqual(["requests: request 2"]);
  });
});
