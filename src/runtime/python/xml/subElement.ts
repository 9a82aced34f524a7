import { writeStdout } from "../output/writeStdout.ts";
import { Element } from "./Element.ts";
import { elementText } from "./writeElement.ts";

/** `ElementTree.SubElement(parent, tag, …)`: a new last child. */
export function subElement(
  parent: Element,
  tag: string,
  attributes: Iterable<readonly [string, string]> = [],
): Element {
  const made = new Element(tag, attributes);
  parent.append(made);
  return made;
}

/** `ElementTree.dump(element)`: on standard output, on lines of its own. */
export function dumpElement(element: Element): void {
  writeStdout(elementText(element));
  if (!element.tail?.endsWith("\n")) writeStdout("\n");
}
