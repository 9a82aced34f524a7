import { defaultTls } from "../defaultTls.ts";
import type { SSLContext } from "./SSLContext.ts";

/** `ssl._create_default_https_context = make`: what makes the context of each https connection that has none of its own. */
export function setDefaultHttpsContext(make: () => SSLContext): void {
  defaultTls.options = () => make().connectionOptions;
}
