/** `info().gettype()`: the type without its parameters, in lower case; `text/plain` where the reply names none, as Python has it. */
export function contentType(headers: Headers): string {
  const [type = ""] = (headers.get("content-type") ?? "").split(";");
  const named = type.trim().toLowerCase();
  return /^[^/\s]+\/[^/\s]+$/.test(named) ? named : "text/plain";
}
