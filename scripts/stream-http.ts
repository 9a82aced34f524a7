// How much memory a large body takes:  npm run stream:http -- [--megabytes N]
// A download is read in pieces of 8192 bytes, and a body a tenth of its size is sent, each by a process of its own; prints the
// most memory that it held, and exits 1 if the download took 150 MB.
import { execFile } from "node:child_process";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { parseArgs, promisify } from "node:util";
import { fetchOrThrow } from "../src/runtime/http/fetchOrThrow.ts";
import { textReader } from "../src/runtime/http/TextReader.ts";
import { bodyReader } from "../src/runtime/http/BodyReader.ts";

const { values } = parseArgs({
  options: { megabytes: { type: "string", default: "1024" }, play: { type: "string" }, url: { type: "string" } },
});
const size = Number(values.megabytes) * 2 ** 20;
const piece = Buffer.alloc(1 << 16, "x");

/** The body as bytes, the body as text, and sending one. */
const plays: Readonly<Record<string, (url: string) => Promise<number>>> = {
  async bytes(url) {
    const reader = bodyReader(await fetchOrThrow(url));
    let total = 0;
    for (let read = await reader.read(8192); read.length > 0; read = await reader.read(8192)) total += read.length;
    return total;
  },
  async text(url) {
    const reader = textReader(await fetchOrThrow(url));
    let total = 0;
    for (let read = await reader.read(8192); read.length > 0; read = await reader.read(8192)) total += read.length;
    return total;
  },
  async upload(url) {
    return (await fetchOrThrow(url, { body: Buffer.alloc(size / 10, "y") })).status;
  },
};

async function measure(play: string, url: string): Promise<number> {
  const args = ["--import", import.meta.resolve("tsx"), import.meta.filename, "--play", play, "--url", url];
  const { stdout } = await promisify(execFile)(process.execPath, [...args, "--megabytes", String(values.megabytes)]);
  console.log(`${play}: ${stdout.trim()}`);
  return Number(/(\d+) MB at most/.exec(stdout)?.[1]);
}

const play = plays[values.play ?? ""];
if (play !== undefined && values.url !== undefined) {
  const started = performance.now();
  const result = await play(values.url);
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  console.log(`${result}, ${seconds} s, ${Math.round(process.resourceUsage().maxRSS / 1024)} MB at most`);
} else {
  const server = createServer((request, response) => {
    if (request.method === "POST") return void request.resume().on("end", () => response.end("ok"));
    response.writeHead(200, { "Content-Length": size });
    let left = size;
    const more = (): void => {
      while (left > 0) {
        left -= piece.length;
        if (!response.write(piece)) return void response.once("drain", more);
      }
      response.end();
    };
    more();
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
  const held = [await measure("bytes", url), await measure("text", url)];
  await measure("upload", url);
  server.close();
  process.exitCode = held.every((megabytes) => megabytes < 150) ? 0 : 1;
}
