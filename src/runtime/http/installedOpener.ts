import type { FetchOptions, RequestLike } from "./fetchOrThrow.ts";

/** Opens a URL by other rules than urllib2's own. */
export type Open = (target: string | RequestLike, options: FetchOptions) => Promise<Response>;

/** What `installOpener` has put in the place of urllib2's own rules; `open` is null without. */
export const installedOpener: { open: Open | null } = { open: null };
