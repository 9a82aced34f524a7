/** The keywords of a call of a wrapper that looks at what it is given: its last argument. */
export class Keywords {
  readonly given: Readonly<Record<string, unknown>>;

  constructor(given: Readonly<Record<string, unknown>>) {
    this.given = given;
  }
}
