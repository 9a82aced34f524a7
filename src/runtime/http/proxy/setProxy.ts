import type { HttpRequest } from "../HttpRequest.ts";
import { throughProxy } from "./throughProxy.ts";

/** `request.set_proxy(host, type)`: the request, but none that it is redirected to, goes by way of a proxy. */
export function setProxy(request: HttpRequest, host: string, type: string): void {
  request.setProxy(host, type);
  request.route = (direct) => throughProxy(direct, request);
}
