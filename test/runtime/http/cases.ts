/** One request, to be made by urllib2 and by the runtime. `{port}` in it stands for the server's port. */
export interface Case {
  readonly url: string;
  /** Whose `urlopen`, or of httplib a connection; default urllib2's. */
  readonly library?: "urllib" | "httplib";
  readonly method?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly data?: string;
  readonly timeout?: number;
  /** How the body is read; default `read`, twice. */
  readonly reads?: "read" | "pieces" | "lines" | "mixed";
}

const at = (path: string, more: Omit<Case, "url"> = {}): Case => ({ url: `http://127.0.0.1:{port}${path}`, ...more });
const all = (paths: string, more: Omit<Case, "url"> = {}): Case[] =>
  paths
    .trim()
    .split(/\s+/)
    .map((path) => at(`/${path}`, more));
const locations = (values: readonly string[]): Case[] =>
  values.map((value) => at(`/redir?loc=${encodeURIComponent(value).replaceAll("%7Bport%7D", "{port}")}`));

const bodyFaults =
  "trunc-cl trunc-chunked trunc-chunked-boundary trunc-chunk-size bad-chunk rst-mid-body rst-mid-chunked rst-mid-close ok-cl";

/** By the sections of the contract. */
export const cases: Readonly<Record<string, readonly Case[]>> = {
  "resets, closes, truncation, garbage (6.1)":
    all(`rst-after-req fin-before-byte rst-mid-status fin-mid-status fin-after-status
    rst-mid-headers fin-mid-headers fin-mid-headers-cl rst-after-headers rst-mid-body rst-mid-chunked rst-mid-close
    rst-after-complete err-rst-body err-trunc-body garbage-status garbage-binary garbage-slow trunc-cl trunc-cl-big
    trunc-cl-empty trunc-chunked trunc-chunked-boundary trunc-chunked-line-end trunc-chunk-size trunc-chunk-size-zero
    trunc-chunk-extension trunc-chunked-notrailer bad-chunk bad-chunk-first`),
  "stalls and trickles (6.2)": all(
    `hang hang-mid-headers hang-after-headers hang-mid-body hang-chunked redir-hang-body trickle trickle-headers
    slow-first-byte?ms=700 redir?loc=/slow-first-byte%3Fms=200`,
    { timeout: 0.3 },
  ),
  "shapes of success, interim answers (6.3)":
    all(`ok-cl ok-empty ok-chunked ok-chunked-ext ok-chunked-cl ok-te-gzip-chunked
    ok-close ok-gzip ok-deflate gzip-corrupt no-204 no-204-body no-205 no-304 continue-100 continue-split hints-103 switch-101`),
  "headers and lengths (6.4)":
    all(`hdr-dup hdr-utf8 hdr-fold hdr-nocolon hdr-space-name hdr-emptyname hdr-emptyval hdr-ctl
    hdr-nul hdr-lf hdr-n?n=100 hdr-n?n=101 hdr-big?n=12000 hdr-big?n=20000 hdr-big?n=66000 status-big?n=20000
    status-big?n=66000 cl-dup-same cl-dup-diff cl-negative cl-garbage cl-plus cl-extra`),
  "status lines and codes (6.5, 6.6)": [
    ...[
      "HTTP/1.1 200",
      "HTTP/1.1 200 ",
      "HTTP/1.1",
      "HTTP/1.1 abc OK",
      "HTTP/1.1 99 Low",
      "HTTP/1.1 1000 High",
      "",
      "HTTP/1.1  200  OK  x ",
      "http/1.1 200 OK",
      "ICY 200 OK",
      "HTTP/9.9 200 OK",
      " ",
      "HTTP/1.1 +200 OK",
      "HTTP/1.2 200 OK",
      "HTTP/1.1 0200 OK",
      "HTTP/1.x 200 OK",
      "HTTP/2.0 200 OK",
      "HTTP/1.0 404 Gone",
      "HELO there",
      "Invalid",
    ].map((line) => at(`/status-raw?line=${encodeURIComponent(line)}`)),
    ...all(`status?code=300 status?code=304 status?code=400 status?code=401 status?code=407 status?code=418 status?code=500
      status?code=503 status?code=599 status?code=600 status?code=999 status?code=201 status?code=206 status?code=299
      status?code=404&reason= status?code=503&reason=Come+Back+Later status?code=404&body=`),
  ],
  "the request (4)": [
    at("/echo"),
    at("/echo", { data: "k=v" }),
    at("/echo", { data: "" }),
    at("/echo", { data: "caf\u00e9=\u20ac" }),
    at("/echo", { method: "PUT", data: "x" }),
    at("/echo", { method: "PUT" }),
    at("/echo", { method: "DELETE" }),
    at("/echo", { method: "DELETE", data: "x" }),
    at("/echo", { method: "GET", data: "x" }),
    at("/echo", { method: "HEAD" }),
    at("/echo", { method: "OPTIONS" }),
    at("/echo", { method: "PROPFIND", data: "x" }),
    at("/echo", { method: "get" }),
    at("/echo", { headers: { "X-CUSTOM-thing": "1", "user-agent": "me", ACCEPT: "a/b", Connection: "keep-alive" } }),
    at("/echo", {
      headers: {
        Host: "other.example",
        "accept-encoding": "gzip",
        "If-Modified-Since": "Mon, 01 Jan 2024 00:00:00 GMT",
      },
    }),
    at("/echo", { headers: { "content-TYPE": "application/json" }, data: "{}" }),
    at("/echo", { headers: { "X-Test": "caf\u00e9", Range: "bytes=0-1", Referer: "http://a/", Cookie: "a=b; c=d" } }),
    at("/echo", { headers: { "X-Test": "a\r\nInjected: 1" } }),
    at("/echo", { headers: { "X-Test": "a\n" } }),
    at("/echo", { headers: { "X:Y": "a" } }),
    at("/echo", { headers: { "": "a" } }),
    at("/echo", { timeout: 0 }),
    at("/echo", { timeout: -1 }),
  ],
  "redirects (8)": [
    ...["300", "301", "302", "303", "304", "305", "307", "308"].flatMap((code) =>
      [{}, { method: "HEAD" }, { data: "a=b" }, { method: "PUT", data: "a=b" }, { method: "DELETE" }].map((more) =>
        at(`/redir?code=${code}&loc=/echo`, {
          ...more,
          headers: { "X-Test": "kept", "Content-Type": "text/x", Authorization: "Basic eA==" },
        }),
      ),
    ),
    ...all(`redir redir?uri=/echo redir?loc=/echo/1&loc=/echo/2 redir?loc= hop?n=1 hop?n=5 hop?n=10 hop?n=11 hop?n=20
      hop?code=303&n=10 hop?code=303&n=11 hop?code=301&n=3 loop loop2 redir-trunc-body redir-rst-body redir-chunk-trunc
      redir-bytes?hex=2f6563686f2f636166e9 redir-bytes?hex=2f6563686f2f636166c3a9 redir/deep/x?loc=echo
      redir/deep/x?loc=../../echo/y redir/a/b?loc=../../../../echo redir/a/b?loc=/x/../echo`),
    ...locations([
      "http://127.0.0.1:{port}/echo",
      "http://127.0.0.1:{port}",
      "//127.0.0.1:{port}/echo",
      "/echo#f",
      "/echo/a b",
      "/echo/a\tb",
      "file:///etc/hostname",
      "foo://x/y",
      "data:text/plain,hi",
      "javascript:1",
      "HTTP://127.0.0.1:{port}/echo",
      "http://127.0.0.1:1/",
      "/status?code=404",
      "/fin-before-byte",
      "http://[bad/",
      "http://u:p@127.0.0.1:{port}/echo",
      "?code=302&loc=/echo",
      "/echo/%7e%zz",
      "\\echo",
      "  /echo  ",
      "http://localhost:{port}/echo",
      "/a;b/c;d?e",
      "echo;",
      "http:///echo",
      "http://127.0.0.1:abc/echo",
      "http://ex|ample/x",
    ]),
  ],
  "URLs (9)": [
    ...[
      "",
      "?a=b",
      "/echo#frag",
      "/echo?x#a#b",
      "/echo#",
      "/a/../echo/./x",
      "//echo",
      "/echo/%7euser/%e2%82%ac%zz",
      "/echo\\x",
      "/echo/[]{}|^`<>\"'!*();,~?q=<>\"'{}|^`\\",
      "/echo/a b",
      "/echo/a\tb",
      "/echo/caf\u00e9",
      "/echo\nx",
      "/echo HTTP/1.1\r\nX-Inj: 1\r\n",
      "\r\nX: y/echo",
    ].map((path) => at(path)),
    ...[
      " http://127.0.0.1:{port}/echo ",
      "<URL:http://127.0.0.1:{port}/echo>",
      "URL: http://127.0.0.1:{port}/echo",
      "http://user:pass@127.0.0.1:{port}/echo",
      "HTTP://127.0.0.1:{port}/echo",
      "http://127.0.0.1:/echo",
      "http://127.0.0.1:abc/echo",
      "http://127.0.0.1:-1/echo",
      "http://127.0.0.1:0/echo",
      "http:///echo",
      "http:/echo",
      "http:echo",
      "127.0.0.1:{port}/echo",
      "/echo",
      "echo",
      "",
      "foo://127.0.0.1/x",
      "mailto:a@b",
      "data:text/plain,hello",
      "about:blank",
      "blob:x",
      "http://[bad/",
      "http://nonexistent.invalid/x",
      "http://a..b/x",
      "http://[::1]:1/echo",
      "http://localhost:{port}/echo",
      "http://127.1:{port}/echo",
      "http://%31%32%37.0.0.1:{port}/echo",
      "http://127.0.0.1:1/x",
      "http://127.0.0.1:25/x",
      "http://127.0.0.1:6000/x",
      "http://127.0.0.1: {port}/echo",
      "http://127.0.0.1:+{port}/echo",
      "http://exa mple/x",
      "http://caf\u00e9.example/x",
      "http://ex|ample/x",
    ].map((url): Case => ({ url })),
  ],
  "urllib.urlopen": [
    ...all(
      `ok-cl ok-close ok-gzip no-204 echo status?code=404 status?code=503 status?code=999 status?code=401 status?code=407 status?code=300
      status?code=308 rst-after-req fin-before-byte fin-mid-status rst-mid-body rst-mid-close err-rst-body garbage-status
      hdr-n?n=101 status-raw?line=HTTP/9.9+200+OK redir redir?loc=/echo redir?code=307&loc=/echo redir?loc=file:///x redir?loc=foo://x/y
      redir?uri=/echo redir?loc=/echo%23f redir?loc=/echo/a+b redir?loc=http://127.0.0.1:1/ hop?n=5 hop?n=9 hop?n=10 hop?n=20 loop`,
      { library: "urllib" },
    ),
    ...all("echo redir?loc=/echo redir?code=303&loc=/echo redir?code=307&loc=/echo status?code=404", {
      library: "urllib",
      data: "k=v",
    }),
    ...[
      "/echo#frag",
      "/echo?x#a#b",
      "/echo/a b",
      "/echo/a\tb",
      "/echo/caf\u00e9",
      "/echo\\x",
      "/a/../echo",
      "/echo/[]{}|^",
    ].map((path) => at(path, { library: "urllib" })),
    ...[
      "http://127.0.0.1:1/",
      "http://nonexistent.invalid/",
      "http:///x",
      "http://127.0.0.1:abc/",
      "foo://x/y",
      "127.0.0.1:{port}/x",
      "http://us%65r:p%40ss@127.0.0.1:{port}/echo",
      "<URL:http://127.0.0.1:{port}/echo>",
      " <http://127.0.0.1:{port}/echo> ",
      "HTTP://127.0.0.1:{port}/echo",
      "https://127.0.0.1:1/",
      "https:///x",
      "no-such-file.txt",
      "file:no-such-file.txt",
      "file:///no/such/file",
      "",
    ].map((url): Case => ({ url, library: "urllib" })),
    ...all(
      `ok-chunked ok-empty no-304 continue-100 hints-103 fin-after-status fin-mid-headers fin-mid-headers-cl rst-after-headers
      rst-mid-chunked rst-after-complete err-trunc-body garbage-binary trunc-cl trunc-cl-big trunc-chunked bad-chunk cl-extra
      cl-dup-diff hdr-nocolon hdr-fold hdr-big?n=66000 status-raw?line=HTTP/1.1+abc+OK status-raw?line= redir-trunc-body
      redir-rst-body redir redir-bytes?hex=2f6563686f2f636166c3a9`,
      { library: "urllib" },
    ),
    ...(["pieces", "lines", "mixed"] as const).flatMap((reads) =>
      all(`${bodyFaults} rst-after-headers`, { library: "urllib", reads }),
    ),
    at("/echo", { library: "urllib", data: "" }),
    at("/echo", { library: "urllib", data: "caf\u00e9=\u20ac" }),
  ],
  "httplib.HTTPConnection": [
    ...all(
      `ok-cl ok-empty ok-chunked ok-close ok-gzip no-204 no-205 no-304 continue-100 echo hdr-dup hdr-fold hdr-nocolon hdr-n?n=101
      status?code=404 status?code=401 status?code=407 status?code=999 redir rst-after-req fin-before-byte rst-mid-status
      fin-mid-status fin-after-status rst-mid-headers fin-mid-headers fin-mid-headers-cl rst-after-headers rst-mid-body
      rst-mid-chunked rst-mid-close rst-after-complete garbage-status trunc-cl trunc-cl-big trunc-cl-empty trunc-chunked
      trunc-chunked-boundary trunc-chunked-line-end trunc-chunk-size trunc-chunk-size-zero trunc-chunk-extension bad-chunk
      bad-chunk-first cl-dup-diff cl-negative cl-garbage cl-extra
      status-raw?line=HTTP/1.1+abc+OK status-raw?line=HTTP/9.9+200+OK status-raw?line=HTTP/1.0+200+OK err-trunc-body err-rst-body`,
      { library: "httplib" },
    ),
    ...all("hang hang-mid-headers hang-mid-body slow-first-byte?ms=700", { library: "httplib", timeout: 0.3 }),
    ...(["pieces"] as const).flatMap((reads) => all(bodyFaults, { library: "httplib", reads })),
    at("/echo", { library: "httplib", data: "k=v" }),
    at("/echo", {
      library: "httplib",
      data: "caf\u00e9",
      method: "PUT",
      headers: { "Content-Type": "text/x", "X-a": "b" },
    }),
    at("/echo", { library: "httplib", method: "POST" }),
    at("/echo", { library: "httplib", method: "DELETE" }),
    at("/echo", { library: "httplib", method: "HEAD" }),
    at("/echo", { library: "httplib", method: "GET", data: "x" }),
    at("/echo", { library: "httplib", method: "PROPFIND", data: "<x/>" }),
    at("/echo", {
      library: "httplib",
      headers: {
        host: "other.example",
        "ACCEPT-encoding": "gzip",
        Connection: "close",
        "User-Agent": "me",
        Expect: "x",
      },
    }),
    at("/echo", { library: "httplib", headers: { "Content-Length": "2" }, data: "ab" }),
    at("/echo", { library: "httplib", headers: { "X-Test": "a\r\nInjected: 1" } }),
    at("/echo", { library: "httplib", headers: { "X:Y": "a" } }),
    at("/echo", { library: "httplib", timeout: 0 }),
    at("/echo", { library: "httplib", timeout: -1 }),
    ...["", "/echo/a b", "/echo/caf\u00e9", "/echo#f", "echo", "http://other.example/echo", "/a/../echo?x"].map(
      (path) => at(path, { library: "httplib" }),
    ),
    ...[
      "http://127.0.0.1:1",
      "http://nonexistent.invalid",
      "http://127.0.0.1:abc",
      "http://ex ample",
      "http://a..b",
    ].map((url): Case => ({ url: `${url}/x`, library: "httplib" })),
  ],
  "ways of reading (5)": (["pieces", "lines", "mixed"] as const).flatMap((reads) => all(bodyFaults, { reads })),
};
