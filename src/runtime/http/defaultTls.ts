import type { ConnectionOptions } from "node:tls";

/** How TLS connections are made that are told nothing else; null: as Node makes them. */
export const defaultTls: { options: (() => ConnectionOptions) | null } = { options: null };
