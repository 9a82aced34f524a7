import { SSLContext } from "./SSLContext.ts";

/** `ssl._create_unverified_context`: any certificate will do, so that anybody on the way can read and change what is sent. */
export function createUnverifiedContext(): SSLContext {
  return new SSLContext();
}
