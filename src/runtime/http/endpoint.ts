import { reprStr } from "../python/repr/reprStr.ts";
import { encodeText } from "../python/text/encodeText.ts";
import { GetAddrInfoError } from "./errors/SocketError.ts";
import { InvalidURL } from "./errors/HTTPException.ts";

/** Where a connection leads to. */
export interface Endpoint {
  readonly secure: boolean;
  /** Name or address to connect to; an IPv6 address without its brackets. */
  readonly host: string;
  readonly port: number;
  /** The same as a URL for the platform, without a path. */
  readonly origin: string;
}

/** Takes `host:port` apart as httplib does; an InvalidURL for a port that is no number and for characters that it refuses. */
export function endpoint(address: string, secure: boolean): Endpoint {
  const [, name = address, digits = ""] = /^([^]*):([^\]:]*)$/.exec(address) ?? [];
  if (!/^[ \t-\r]*([-+]?\d+[ \t-\r]*)?$/.test(digits)) throw new InvalidURL(`nonnumeric port: '${digits}'`);
  refuseControls(name);
  const port = digits === "" ? (secure ? 443 : 80) : Number(digits);
  const origin = `http${secure ? "s" : ""}://${name}:${port & 0xffff}`;
  return { secure, host: name.replace(/^\[([^]*)\]$/, "$1"), port, origin };
}

/** The error with which the system would answer, for a name that is none: it is asked only when the request is complete. */
export function resolutionError({ host, port, origin }: Endpoint): GetAddrInfoError | null {
  if (port < 0) return new GetAddrInfoError(-8, "Servname not supported for ai_socktype");
  // A name and password before the host are part of its name for httplib, and no such name exists.
  const resolvable = !host.includes("@") && URL.canParse(origin);
  return resolvable ? null : new GetAddrInfoError(-2, "Name or service not known");
}

/** An InvalidURL for a host or path with a space, a control character or one that is not ASCII. */
export function refuseControls(part: string): void {
  const found = /[^!-~]/.exec(part);
  if (found === null) return;
  const byte = encodeText(found[0])[0] ?? 0;
  const shown = byte < 0x80 ? reprStr(found[0]) : `'\\x${byte.toString(16)}'`;
  throw new InvalidURL(`URL can't contain control characters. ${reprStr(part)} (found at least ${shown})`);
}
