import { FaultServer } from "./faultServer.ts";

/** Runs a test against a server of its own; `base` is its URL without a path. */
export async function withServer(test: (server: FaultServer, base: string) => Promise<void>): Promise<void> {
  const server = new FaultServer();
  const port = await server.listen();
  try {
    await test(server, `http://127.0.0.1:${port}`);
  } finally {
    await server.close();
  }
}
