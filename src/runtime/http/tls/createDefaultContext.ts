import { CERT_REQUIRED } from "./certificateModes.ts";
import { SSLContext } from "./SSLContext.ts";

/** `ssl.create_default_context`: certificates are checked, against the given authorities if there are any. */
export function createDefaultContext(
  options: { readonly cafile?: string | null; readonly cadata?: string | null } = {},
): SSLContext {
  const { cafile = null, cadata = null } = options;
  const context = new SSLContext();
  context.verifyMode = CERT_REQUIRED;
  context.checkHostname = true;
  if (cafile === null && cadata === null) context.loadDefaultCerts();
  else context.loadVerifyLocations(cafile, cadata);
  return context;
}
