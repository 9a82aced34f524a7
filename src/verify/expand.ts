/** An address that refuses: port 2 is privileged and unused, and fetch does not block it. */
const REFUSED = "http://127.0.0.1:2";

/**
 * Fills the placeholders of a case's text: `{base}` is the server's address, `{port}` its port, and `{refused}` an address
 * where nobody listens.
 */
export function expand(text: string, port: number): string {
  return text
    .replaceAll("{base}", `http://127.0.0.1:${port}`)
    .replaceAll("{port}", String(port))
    .replaceAll("{refused}", REFUSED);
}
