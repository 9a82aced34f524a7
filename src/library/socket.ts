import { asciiStr, float, none, str } from "../analysis/types.ts";
import { call } from "../emit/build.ts";
import { asyncFn, fn, type LibraryModule } from "./entry.ts";
import { socketMembers } from "./sockets.ts";
import { refusedAll } from "./refusals.ts";
import { union } from "../analysis/join.ts";

export const socket: LibraryModule = {
  name: "socket",
  members: {
    setdefaulttimeout: fn("timeout:number|none", none, (c) =>
      call(c.runtime("http", "setDefaultTimeout"), [c.ts("timeout")]),
    ),
    getdefaulttimeout: fn("", union([float, none]), (c) => call(c.runtime("http", "getDefaultTimeout"))),
    ...socketMembers,
    gethostname: fn("", str, (c) => call(c.nodeImport("os", "hostname"))),
    gethostbyname: asyncFn("hostname:text!=host", asciiStr, (c) =>
      call(c.runtime("http", "addressOf"), [c.ts("hostname")]),
    ),
    ...refusedAll("gethostbyname_ex gethostbyaddr getaddrinfo getnameinfo", "names of other hosts: node:dns has them"),
    ...refusedAll(
      "socketpair fromfd ssl SocketType _fileobject _socketobject",
      "a socket of one's own: node:net has them",
    ),
    ...refusedAll(
      "AF_INET6 AF_UNSPEC SOCK_DGRAM SOCK_RAW",
      "sockets of other kinds: node:net and node:dgram have them",
    ),
    ...refusedAll("inet_aton inet_ntoa inet_pton inet_ntop htonl htons ntohl ntohs", "addresses as bytes"),
  },
};
