/** `email.utils.formataddr`: a name and an address as mail writes them; the address alone without a name. */
export function formatAddress([name, address]: readonly [name: string | null, address: string]): string {
  if (!name) return address;
  const mark = /[[\]\\()<>@,:;".]/.test(name) ? '"' : "";
  return `${mark}${name.replace(/[[\]\\()"]/g, "\\$&")}${mark} <${address}>`;
}
