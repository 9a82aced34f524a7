/** One request, to be made by urllib2 and by the runtime. `{port}` and other names of listeners in it stand for their ports. */
export interface Case {
  readonly url: string;
  /** Whose `urlopen`, or of httplib a connection; default urllib2's. */
  readonly library?: "urllib" | "httplib";
  readonly method?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly data?: string;
  /** Data of so many bytes instead. */
  readonly size?: number;
  /** Seconds; null for ever, whatever the default. */
  readonly timeout?: number | null;
  /** `socket.setdefaulttimeout`, for this case. */
  readonly defaultTimeout?: number;
  /** With a context that trusts the authority of the listeners, or anyone. */
  readonly tls?: "ca" | "unverified";
  /** How the body is read; default `read`, twice. */
  readonly reads?: "read" | "pieces" | "lines" | "mixed";
  /** CPython itself does now this, now that: any of what it did is right. */
  readonly race?: true;
}

export type Rest = Omit<Case, "url">;

export const at = (path: string, more: Rest = {}): Case => ({ url: `http://127.0.0.1:{port}${path}`, ...more });

/** A case for each of the paths, which have no slash before them and white space between. */
export const all = (paths: string, more: Rest = {}): Case[] =>
  paths
    .trim()
    .split(/\s+/)
    .map((path) => at(`/${path}`, more));

/** The same cases with each of the three libraries. */
export const everywhere = (cases: readonly Case[]): Case[] => [
  ...cases,
  ...cases.map((one): Case => ({ ...one, library: "urllib" })),
  ...cases.map((one): Case => ({ ...one, library: "httplib" })),
];
