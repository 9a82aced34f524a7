/** The parts of a URL as `urlparse.urlsplit` cuts them; "" where there is none. */
export interface UrlParts {
  readonly scheme: string;
  readonly netloc: string;
  readonly path: string;
  readonly query: string;
  readonly fragment: string;
}
