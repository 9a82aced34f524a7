import { connect } from "node:net";
import { setTimeout as sleep } from "node:timers/promises";
import { Worker } from "node:worker_threads";

// A thread that listens and never accepts.
const listener = `
  const { workerData, parentPort } = require("node:worker_threads");
  const server = require("node:net").createServer().listen({ port: 0, host: "127.0.0.1", backlog: 1 }, () => {
    parentPort.postMessage(server.address().port);
    setTimeout(() => Atomics.wait(workerData, 0, 0), 50);
  });`;

/** A port to which no connection is ever made, nor refused: its queue is full. */
export async function blackhole(): Promise<{ readonly port: number; close(): Promise<unknown> }> {
  const worker = new Worker(listener, { eval: true, workerData: new Int32Array(new SharedArrayBuffer(4)) });
  worker.unref();
  const port = await new Promise<number>((resolve) => worker.once("message", resolve));
  await sleep(150);
  const sockets = Array.from({ length: 4 }, () => connect(port, "127.0.0.1").on("error", () => {}));
  for (const socket of sockets) socket.unref();
  return {
    port,
    close: () => {
      for (const socket of sockets) socket.destroy();
      return worker.terminate();
    },
  };
}
