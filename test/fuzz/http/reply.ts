/** One thing that the server does for a request. Text is bytes, one character each; `expand` fills its placeholders. */
export type ReplyStep =
  | readonly ["send", string]
  | readonly ["pause", number]
  /** An orderly end of the connection, or a reset. */
  | readonly ["close"]
  | readonly ["reset"]
  /** The connection stays open, whatever the request says. Without any of these three it ends where the request asks for that. */
  | readonly ["keep"];

/** What the requests of a path get, one after the other; the last reply is given again and again. */
export type Replies = ReadonlyMap<string, readonly (readonly ReplyStep[])[]>;

/** A request for any other path. */
export const DEFAULT_REPLY: readonly ReplyStep[] = [
  ["send", "HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\nContent-Length: 5\r\n\r\nelse\n"],
];

/** The lines of a program that say what its server replies: comments, which its translation keeps. */
export const replyComments = (replies: Replies): string[] =>
  [...replies].map(([path, all]) => {
    // `Content-Encoding:` would be taken for a coding line.
    const json = JSON.stringify(all).replace(
      /[\x7f-\xff]|c(?=oding[:=])/g,
      (c) => `\\u00${c.charCodeAt(0).toString(16)}`,
    );
    return `# reply ${path} ${json}`;
  });

/** Reads them from the program, or from its translation. */
export const repliesOf = (text: string): Replies =>
  new Map(
    Array.from(text.matchAll(/^(?:#|\/\/) reply (\S+) (\[.*\])$/gm), ([, path = "", json = ""]) => [
      path,
      JSON.parse(json) as ReplyStep[][],
    ]),
  );

/** Fills `{port}`, `{other}` (the server's two ports) and `{x*N}` (N times an x). */
export const expandReply = (text: string, port: number, other: number): Buffer =>
  Buffer.from(
    text
      .replaceAll("{port}", String(port))
      .replaceAll("{other}", String(other))
      .replace(/\{x\*(\d+)\}/g, (_, count: string) => "x".repeat(Number(count))),
    "latin1",
  );
