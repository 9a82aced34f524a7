import { all, at, everywhere } from "./Case.ts";
import type { Case } from "./Case.ts";

const bodyFaults =
  "trunc-cl trunc-chunked trunc-chunked-boundary trunc-chunk-size bad-chunk rst-mid-body rst-mid-chunked rst-mid-close ok-cl";

const statusLines = [
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
];

const stalls = `hang hang-mid-headers hang-after-headers hang-mid-body hang-chunked redir-hang-body trickle trickle-headers
  trickle-status slow-first-byte?ms=700 redir?loc=/slow-first-byte%3Fms=200`;

/** What a server may do to an answer. */
export const faults: Readonly<Record<string, readonly Case[]>> = {
  "6.1 resets, closes, truncation, garbage": everywhere(
    all(`rst-after-req fin-before-byte rst-mid-status fin-mid-status fin-after-status rst-mid-headers fin-mid-headers
      fin-mid-headers-cl rst-after-headers rst-mid-body rst-mid-body-late rst-mid-chunked rst-mid-close rst-after-complete
      err-rst-body err-trunc-body garbage-status garbage-binary garbage-slow trunc-cl trunc-cl-big trunc-cl-empty
      trunc-chunked trunc-chunked-boundary trunc-chunked-line-end trunc-chunk-size trunc-chunk-size-zero
      trunc-chunk-extension trunc-chunked-notrailer bad-chunk bad-chunk-first`),
  ),
  "6.2 stalls and trickles": [
    ...all(stalls, { timeout: 0.3 }),
    ...all(stalls, { library: "httplib", timeout: 0.3 }),
    ...all(stalls, { library: "urllib", defaultTimeout: 0.3 }),
  ],
  "6.3 shapes of success, interim answers": everywhere(
    all(`ok-cl ok-empty ok-chunked ok-chunked-ext ok-chunked-upper ok-chunked-cl ok-te-gzip-chunked ok-close ok-close-field
      ok-gzip ok-deflate ok-br gzip-corrupt gzip-truncated gzip-lie enc-unknown no-204 no-204-body no-205 no-304 ok-201
      ok-202 ok-206 continue-100 continue-split hints-103 processing-102 switch-101 http10 http10-nolen http10-keepalive
      http12 http20`),
  ),
  "6.4 headers and lengths": everywhere(
    all(`hdr-dup hdr-latin1 hdr-utf8 hdr-fold hdr-nocolon hdr-space-name hdr-space-colon hdr-emptyname hdr-emptyval hdr-ctl
      hdr-nul hdr-lf hdr-n?n=100 hdr-n?n=101 hdr-n?n=102 hdr-big?n=12000 hdr-big?n=20000 hdr-big?n=66000
      status-big?n=20000 status-big?n=66000 cl-dup-same cl-dup-diff cl-negative cl-garbage cl-plus cl-extra`),
  ),
  "6.5 status lines": everywhere(statusLines.map((line) => at(`/status-raw?line=${encodeURIComponent(line)}`))),
  "6.6 status codes": everywhere(
    all(`status?code=201 status?code=206 status?code=299 status?code=300 status?code=304 status?code=305 status?code=306
      status?code=400 status?code=401 status?code=403 status?code=404 status?code=407 status?code=408 status?code=410
      status?code=413 status?code=416 status?code=418 status?code=429 status?code=451 status?code=500 status?code=501
      status?code=502 status?code=503 status?code=504 status?code=505 status?code=511 status?code=599 status?code=600
      status?code=700 status?code=999 status?code=200&reason= status?code=404&reason= status?code=503&reason=Come+Back+Later
      status?code=503&ra=1 status?code=404&body=`),
  ),
  "6.7 uploads": [{ data: "k=v" }, { size: 3_000_000 }].flatMap((body) => [
    ...all("echo early-413-fin early-413-rst", { ...body, race: true }),
    ...all("head-rst head-fin rst-after-req fin-before-byte", { ...body, race: true }),
    ...all("echo head-rst head-fin rst-after-req fin-before-byte", { ...body, race: true, library: "httplib" }),
    ...all("hang", { ...body, timeout: 0.3 }),
    ...["rstAccept", "finAccept"].map((name): Case => ({ url: `http://127.0.0.1:{${name}}/x`, ...body, race: true })),
  ]),
  "5 ways of reading": [
    ...(["pieces", "lines", "mixed"] as const).flatMap((reads) => [
      ...all(`${bodyFaults} rst-after-headers`, { reads }),
      ...all(`${bodyFaults} rst-after-headers`, { library: "urllib", reads }),
    ]),
    ...all(bodyFaults, { library: "httplib", reads: "pieces" }),
    ...all("hang-mid-body hang-chunked", { reads: "pieces", timeout: 0.3 }),
    ...all("hang-mid-body", { reads: "lines", timeout: 0.3 }),
  ],
  "10 timeouts": [
    ...all("hang hang-mid-body", { defaultTimeout: 0.3 }),
    ...all("slow-first-byte?ms=600", { defaultTimeout: 0.3, timeout: null }),
    ...all("slow-first-byte?ms=600", { defaultTimeout: 0.3, timeout: 2 }),
    ...all("redir?loc=/slow-first-byte%3Fms=250", { timeout: 0.4 }),
    ...everywhere([at("/echo", { timeout: 0 }), at("/echo", { timeout: -1 })]).filter(
      (one) => one.library !== "urllib",
    ),
    ...(["hangAccept", "blackhole"] as const).flatMap((name) =>
      [
        { timeout: 0.3 },
        { library: "httplib", timeout: 0.3 } as const,
        { library: "urllib", defaultTimeout: 0.3 } as const,
      ].map((more): Case => ({ url: `http://127.0.0.1:{${name}}/x`, ...more })),
    ),
  ],
};
