/** What a TLS context wants of a server's certificate: nothing, or that it is valid. */
export const CERT_NONE = 0;
export const CERT_OPTIONAL = 1;
export const CERT_REQUIRED = 2;
