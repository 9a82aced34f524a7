import { OptionContainer } from "./OptionContainer.ts";
import type { OptionParser } from "./OptionParser.ts";

/** `optparse.OptionGroup`: options under a heading of their own in the help. */
export class OptionGroup extends OptionContainer {
  readonly title: string;

  constructor(parser: OptionParser, title: string, description: string | null = null) {
    super(parser.optionTable, description);
    this.title = title;
  }
}
