/** What a body is read from: a Response, or an HTTPError. */
export interface ReadableBody {
  readonly body: Response["body"];
  readonly bodyUsed: boolean;
}
