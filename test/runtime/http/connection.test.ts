import { describe, expect, it } from "vitest";
import { HttpConnection } from "../../../src/runtime/http/connection/HttpConnection.ts";
import { HttpsConnection } from "../../../src/runtime/http/connection/HttpsConnection.ts";
import { isClosed } from "../../../src/runtime/http/connection/isClosed.ts";
import { bodyReader } from "../../../src/runtime/http/BodyReader.ts";
import { close } from "../../../src/runtime/http/close.ts";
import { readText } from "../../../src/runtime/http/readText.ts";
import { withServer } from "./withServer.ts";

const hostOf = (base: string): string => base.replace("http://", "");

// What CPython 2.7's httplib raises for calls out of turn.
describe("a connection", () => {
  it("takes no request while one has no answer, and gives none without a request", async () => {
    await withServer(async (_, base) => {
      const connection = new HttpConnection(hostOf(base));
      await expect(connection.getresponse()).rejects.toMatchObject({ name: "ResponseNotReady", args: [] });
      await connection.request("GET", "/ok-cl");
      await expect(connection.request("GET", "/ok-cl")).rejects.toMatchObject({ name: "CannotSendRequest" });
      expect((await connection.getresponse()).status).toBe(200);
      expect(() => connection.putheader("A", "b")).toThrow(expect.objectContaining({ name: "CannotSendHeader" }));
    });
  });

  it("gives the next answer when the one before has been read, unless the server closes", async () => {
    await withServer(async (_, base) => {
      const connection = new HttpConnection(hostOf(base));
      await connection.request("GET", "/keep?1");
      const first = await connection.getresponse();
      await connection.request("GET", "/keep?2");
      await expect(connection.getresponse()).rejects.toMatchObject({ name: "ResponseNotReady" });
      expect([isClosed(first), await readText(first), isClosed(first)]).toEqual([false, "GET /keep?1 \n", true]);
      expect(await readText(await connection.getresponse())).toBe("GET /keep?2 \n");
      await connection.request("GET", "/ok-close");
      const open = await connection.getresponse();
      await connection.request("GET", "/ok-cl");
      expect((await connection.getresponse()).status).toBe(200);
      expect(await readText(open)).toBe("line one\nline two\nend");
    });
  });

  it("is as new when it is closed, and what was not read is lost", async () => {
    await withServer(async (_, base) => {
      const connection = new HttpConnection(hostOf(base));
      await connection.request("GET", "/ok-cl");
      const response = await connection.getresponse();
      connection.close();
      expect(await readText(response)).toBe("");
      await connection.request("GET", "/ok-cl");
      const next = await connection.getresponse();
      expect(Buffer.from(await bodyReader(next).read(4)).toString()).toBe("line");
      await close(next);
      expect([await readText(next), isClosed(next)]).toEqual(["", true]);
    });
  });

  it("sends a request that is told piece by piece", async () => {
    await withServer(async (server, base) => {
      const connection = new HttpConnection(hostOf(base));
      connection.putrequest("POST", "/echo", 0, 1);
      connection.putheader("Content-Length", 5);
      connection.putheader("X-Lines", "a", "b");
      connection.endheaders();
      connection.send("ab");
      connection.send("cde");
      expect((await connection.getresponse()).status).toBe(200);
      expect(server.requests[0]).toMatchObject({ line: "POST /echo HTTP/1.1", body: "abcde" });
      expect(server.requests[0]?.headers).not.toHaveProperty("accept-encoding");
    });
  });

  it("has the host and port that it was given", () => {
    const places = [
      new HttpConnection("h"),
      new HttpsConnection("h"),
      new HttpConnection("h:81"),
      new HttpConnection("h", 82),
      new HttpConnection("[::1]:83"),
      new HttpConnection("::1", 84),
    ];
    expect(places.map(({ host, port }) => `${host} ${port}`)).toEqual([
      "h 80",
      "h 443",
      "h 81",
      "h 82",
      "::1 83",
      "::1 84",
    ]);
    expect(() => new HttpConnection("h:x")).toThrow("nonnumeric port: 'x'");
  });
});
