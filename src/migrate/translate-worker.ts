import { parentPort } from "node:worker_threads";
import { translateFiles } from "../translate-files.ts";
import type { WorkerReply, WorkerRequest } from "./worker-pool.ts";

parentPort!.on("message", async ({ inputs, options }: WorkerRequest) => {
  let reply: WorkerReply;
  try {
    reply = { results: await translateFiles(inputs, options) };
  } catch (error) {
    const { name, message } = error instanceof Error ? error : new Error(String(error));
    reply = { error: { name, message } };
  }
  parentPort!.postMessage(reply);
});
