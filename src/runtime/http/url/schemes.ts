const common = ["", "ftp", "http", "https", "imap", "mms", "prospero", "rtsp", "rtspu", "sftp", "shttp"];
const relative = [...common, "file", "gopher", "nntp", "svn", "svn+ssh", "wais"];

/** The schemes whose URLs urlparse takes as relative to another; "" stands for none. */
export const relativeSchemes: ReadonlySet<string> = new Set(relative);

/** The schemes that urlparse lets a host follow. */
export const hostSchemes: ReadonlySet<string> = new Set(
  relative.concat("git", "git+ssh", "nfs", "rsync", "snews", "telnet"),
);

/** The schemes whose paths urlparse lets end in `;parameters`. */
export const parameterSchemes: ReadonlySet<string> = new Set([...common, "hdl", "sip", "sips", "tel"]);
