import { float, int, lib, none, str, tupleOf, type Type } from "../analysis/types.ts";
import { array, call, construct, id, method, nil, number, object, string } from "../emit/build.ts";
import type * as ts from "../emit/tree.ts";
import type * as py from "../python/ast.ts";
import { bodyType, isTextResult } from "./answer-members.ts";
import { asyncFn, type CallEmit, type Emitted, type Entry, fn, type InstanceType, refused, value } from "./entry.ts";
import { plainMethod } from "./plain-method.ts";
import { isNone } from "./is-none.ts";
import { refusedAll } from "./refusals.ts";
import { only } from "../analysis/kinds.ts";
import { union } from "../analysis/join.ts";

/** A client's socket, and one that has gone on by TLS. */
export const SOCKET = "socket.socket";
export const SECURE_SOCKET = "ssl.SSLSocket";

/** The last name of `socket.AF_INET`, or of `AF_INET` by itself. */
const nameOf = (node: py.Expression | null): string | null =>
  node?.kind === "Attribute" ? node.attr : node?.kind === "Name" ? node.id : null;

const isZero = (node: py.Expression | null): boolean => node?.kind === "Num" && Number(node.number.value) === 0;

function made(c: CallEmit): Emitted {
  const family = c.has("family") ? nameOf(c.node("family")) : "AF_INET";
  const kind = c.has("type") ? nameOf(c.node("type")) : "SOCK_STREAM";
  if (kind !== "SOCK_STREAM") return "a socket that is not written as one of SOCK_STREAM: node:dgram has others";
  if (family !== "AF_INET" && family !== "AF_UNIX") return "a socket that is not written as one of AF_INET or AF_UNIX";
  if (c.has("proto") && !isZero(c.node("proto"))) return "a socket with a protocol";
  return construct(c.runtime("http", "Socket"), family === "AF_UNIX" ? [c.runtime("http", "AF_UNIX")] : []);
}

/** Host and port, or a path: what may be no text or number is looked at when it runs. */
export function place(c: CallEmit, name: string): ts.Expression {
  const node = c.node(name);
  if (node?.kind !== "Tuple") return c.ts(name);
  const [host, port] = node.elts;
  if (!host || !port) return c.ts(name);
  const checked = (item: py.Expression, isPlain: boolean, feature: string): ts.Expression =>
    isPlain ? c.translate(item) : call(c.runtime("python", feature), [c.translate(item)]);
  return array([
    checked(host, only(c.typeOf(host), "str", "unicode"), "requireText"),
    checked(port, only(c.typeOf(port), "int", "long", "bool"), "requireNumber"),
  ]);
}

const createConnection = asyncFn(
  "address:address, timeout?:number|none, source_address?:address|none",
  lib(SOCKET),
  (c) => {
    const timeout = c.has("timeout") ? c.ts("timeout") : id("undefined");
    const from = c.has("source_address") && !isNone(c.node("source_address")) ? [place(c, "source_address")] : [];
    const args = [place(c, "address"), ...(c.has("timeout") || from.length > 0 ? [timeout] : []), ...from];
    return call(c.runtime("http", "createConnection"), args);
  },
);

const constants = "AF_UNIX AF_INET SOCK_STREAM SHUT_RD SHUT_WR SHUT_RDWR".split(" ");

/** What `socket` has for clients. */
export const socketMembers: Readonly<Record<string, Entry>> = {
  socket: {
    kind: "class",
    name: SOCKET,
    runtime: { barrel: "http", name: "Socket" },
    constructor: fn("family?:int, type?:int, proto?:int", lib(SOCKET), made),
  },
  create_connection: createConnection,
  ...Object.fromEntries(
    constants.map((name): [string, Entry] => [name, value(int, ({ runtime }) => runtime("http", name))]),
  ),
  getfqdn: asyncFn("name?:text", str, (c) =>
    call(c.runtime("http", "fullHostName"), c.has("name") ? [c.ts("name")] : []),
  ),
  ...Object.fromEntries(
    "SOL_SOCKET=1 SO_REUSEADDR=2 SO_KEEPALIVE=9 SO_SNDBUF=7 SO_RCVBUF=8 IPPROTO_TCP=6 SOL_TCP=6 TCP_NODELAY=1 TCP_KEEPIDLE=4 TCP_KEEPINTVL=5 TCP_KEEPCNT=6"
      .split(" ")
      .map((constant): [string, Entry] => {
        const [name = "", code = ""] = constant.split("=");
        return [name, value(int, () => number(Number(code)))];
      }),
  ),
};

/** Options that change nothing of what comes and goes. */
const unseen = /^(SO_REUSEADDR|SO_KEEPALIVE|SO_SNDBUF|SO_RCVBUF|TCP_NODELAY|TCP_KEEPIDLE|TCP_KEEPINTVL|TCP_KEEPCNT)$/;

const notWaiting = "a socket that does not wait";

const recv = asyncFn("buffersize:int, flags?:int", bodyType, (c): Emitted => {
  if (c.has("flags")) return "recv with flags";
  return method(c.receiverTs, isTextResult(c) ? "recvText" : "recv", [c.ts("buffersize")]);
});

const send = (name: string, result: Type): Entry =>
  asyncFn("data:data, flags?:int", result, (c): Emitted =>
    c.has("flags") ? `${name} with flags` : method(c.receiverTs, name, [c.ts("data")]),
  );

const ownPlace = tupleOf([str, int]);

const members: Readonly<Record<string, Entry>> = {
  connect: asyncFn("address:address|text", none, (c) => method(c.receiverTs, "connect", [place(c, "address")])),
  connect_ex: asyncFn("address:address|text", int, (c) => method(c.receiverTs, "connectEx", [place(c, "address")])),
  bind: fn("address:address", none, (c) => {
    c.assume("A0129", "an address that is not the machine's is told by connect()");
    return method(c.receiverTs, "bind", [place(c, "address")]);
  }),
  send: send("send", int),
  sendall: send("sendall", none),
  recv,
  settimeout: fn("timeout:number|none", none, (c): Emitted =>
    isZero(c.node("timeout")) ? notWaiting : method(c.receiverTs, "settimeout", [c.ts("timeout")]),
  ),
  setblocking: fn("flag:int|bool", none, (c): Emitted => {
    const node = c.node("flag");
    const waits = (node?.kind === "Num" && !isZero(node)) || (node?.kind === "Name" && node.id === "True");
    return waits ? method(c.receiverTs, "settimeout", [nil()]) : notWaiting;
  }),
  gettimeout: plainMethod("gettimeout", "", union([float, none])),
  shutdown: plainMethod("shutdown", "how:int", none),
  close: plainMethod("close", "", none),
  getpeername: plainMethod("getpeername", "", ownPlace),
  getsockname: plainMethod("getsockname", "", ownPlace),
  setsockopt: fn("~level:int, option:int, ~value", none, (c): Emitted =>
    unseen.test(nameOf(c.node("option")) ?? "") ? id("undefined") : "an option of a socket",
  ),
  ...refusedAll("listen accept", "servers: use node:net by hand"),
  ...refusedAll("makefile", "a socket as a file: recv() has what comes"),
  ...refusedAll("sendto recvfrom recv_into recvfrom_into sendmsg", "packets: use node:dgram by hand"),
  ...refusedAll("fileno dup getsockopt ioctl family type proto", "the inside of a socket"),
};

const socketType: InstanceType = {
  name: SOCKET,
  tsType: ({ runtimeType }) => runtimeType("http", "Socket"),
  members,
};

const secureSocketType: InstanceType = {
  name: SECURE_SOCKET,
  tsType: ({ runtimeType }) => runtimeType("http", "Socket"),
  members: {
    ...members,
    read: asyncFn("len?:int", bodyType, (c) =>
      method(c.receiverTs, isTextResult(c) ? "recvText" : "recv", [c.has("len") ? c.ts("len") : number(1024)]),
    ),
    write: asyncFn("data:data", int, (c) => method(c.receiverTs, "send", [c.ts("data")])),
    do_handshake: refused("a handshake by itself: it is made with the connection"),
    ...refusedAll(
      "getpeercert cipher version selected_npn_protocol selected_alpn_protocol compression pending unwrap context",
      "certificates and ciphers of a connection: use node:tls by hand",
    ),
  },
};

export const socketTypes: readonly InstanceType[] = [socketType, secureSocketType];

/** Whether an argument is given and not None. */
const given = (c: CallEmit, name: string): boolean => c.has(name) && !isNone(c.node(name));

const isOff = (c: CallEmit, name: string): boolean => {
  const node = c.node(name);
  return node === null || isZero(node) || (node.kind === "Name" && node.id === "False");
};

const WRAP_PARAMS =
  `sock:${SOCKET}|${SECURE_SOCKET}|none, keyfile?:text|none, certfile?:text|none, server_side?:bool|int, cert_reqs?:int, ssl_version?:int, ` +
  "ca_certs?:text|none, do_handshake_on_connect?:bool|int, suppress_ragged_eofs?:bool|int, ciphers?:text|none";

const layer: Readonly<Record<string, string>> = {
  certfile: "certfile",
  keyfile: "keyfile",
  cert_reqs: "certReqs",
  ssl_version: "sslVersion",
  ca_certs: "caCerts",
  ciphers: "ciphers",
};

/** `ssl.wrap_socket`: no name is checked, and without `cert_reqs` no certificate at all. */
export const wrapSocket: Entry = asyncFn(WRAP_PARAMS, lib(SECURE_SOCKET), (c): Emitted => {
  if (!isOff(c, "server_side")) return "the server's side of TLS";
  if (c.has("do_handshake_on_connect") && isOff(c, "do_handshake_on_connect")) return "a handshake that is made later";
  if (given(c, "keyfile") && !given(c, "certfile")) return "a key without a certificate: a ValueError in Python";
  const checks = c.has("cert_reqs") && nameOf(c.node("cert_reqs")) !== "CERT_NONE";
  c.hazard(
    "H0108",
    checks
      ? "any host with a valid certificate can stand in for the server: wrap_socket() compares no names"
      : "anybody on the way can read and change what is sent: the certificate of the server is not checked",
  );
  const options = Object.entries(layer).filter(([name]) => given(c, name));
  const args: ts.Expression[] = [c.ts("sock")];
  if (options.length > 0) args.push(object(options.map(([name, native]) => [native, c.ts(name)] as const)));
  return call(c.runtime("http", "wrapSocket"), args);
});

/** `context.wrap_socket`. */
export const wrapWithContext: Entry = asyncFn(
  `sock:${SOCKET}|${SECURE_SOCKET}|none, server_side?:bool|int, do_handshake_on_connect?:bool|int, suppress_ragged_eofs?:bool|int, server_hostname?:text|none`,
  lib(SECURE_SOCKET),
  (c): Emitted => {
    if (!isOff(c, "server_side")) return "the server's side of TLS";
    if (c.has("do_handshake_on_connect") && isOff(c, "do_handshake_on_connect"))
      return "a handshake that is made later";
    const host: ts.Expression = given(c, "server_hostname") ? c.ts("server_hostname") : string("");
    return call(c.runtime("http", "wrapWith"), [c.receiverTs, c.ts("sock"), host]);
  },
);
