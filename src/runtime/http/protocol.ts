/** `HTTPConnection._http_vsn` and `_http_vsn_str`: the version of HTTP that requests are sent in, unless a connection has its own. */
export interface Protocol {
  /** 11 has the fields that HTTP/1.1 asks for added. */
  number: number;
  text: string;
}

export const protocol: Protocol = { number: 11, text: "HTTP/1.1" };
