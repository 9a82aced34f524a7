/** `HTTPConnection._http_vsn` and `_http_vsn_str`: the version of HTTP that requests are sent in. Only 11 has fields of HTTP/1.1 added. */
export const protocol = { number: 11, text: "HTTP/1.1" };
