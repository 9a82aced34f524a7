/** Fields that are random in Python itself: a digest's own number, and what is computed of it. */
const RANDOM = /(Authorization: Digest .*?response=")\w+(".*cnonce=")\w+/gi;

/**
 * What a server was sent, to be compared: the fields of a head sorted, since they go out in another order, and without what is
 * random.
 */
export function describeReceived(connections: readonly string[]): string {
  return connections
    .map((sent) =>
      sent
        .replace(RANDOM, "$1$2")
        .replace(
          /(?:^[\w-]+: .*\r\n)+/gm,
          (fields) => `${fields.slice(0, -2).split("\r\n").toSorted().join("\r\n")}\r\n`,
        ),
    )
    .map((sent, i) => `--- connection ${i + 1}\n${sent}\n`)
    .join("");
}
