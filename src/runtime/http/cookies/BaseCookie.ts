import { SimpleCookie } from "./SimpleCookie.ts";

/** `Cookie.BaseCookie`: cookies whose values are sent as they are, without quotation marks. */
export class BaseCookie extends SimpleCookie {
  protected override decode(coded: string): string {
    return coded;
  }

  protected override encode(value: string): string {
    return value;
  }
}
