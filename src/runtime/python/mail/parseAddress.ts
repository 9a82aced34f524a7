import { AddressParser, type Address } from "./AddressParser.ts";

/** `email.utils.parseaddr`: the first name and address of a field such as From; two empty texts if there is none. */
export function parseAddress(text: string | null): Address {
  return new AddressParser(text ?? "").all()[0] ?? ["", ""];
}

/** `email.utils.getaddresses`: the names and addresses of several such fields. */
export function parseAddresses(texts: readonly string[]): Address[] {
  return new AddressParser(texts.join(", ")).all();
}
