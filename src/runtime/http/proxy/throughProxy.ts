import type { HttpRequest } from "../HttpRequest.ts";
import type { WireRequest } from "../WireRequest.ts";
import { proxiedRequest } from "./proxiedRequest.ts";

/** A request as it goes by way of the proxy that has been set on it; as it is if there is none. */
export function throughProxy(direct: WireRequest, request: HttpRequest): WireRequest {
  const tunnels = request.tunnelHost !== null;
  if (!tunnels && !request.hasProxy()) return direct;
  const secure = request.getType() === "https";
  return proxiedRequest(direct, request.getHost() ?? "", secure, tunnels ? null : request.getSelector());
}
