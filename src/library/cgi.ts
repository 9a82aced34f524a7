import { asciiStr, dictOf, str, tupleOf } from "../analysis/types.ts";
import { call } from "../emit/build.ts";
import { fn, type LibraryModule } from "./entry.ts";
import { refusedAll } from "./refusals.ts";
import { queries } from "./urlparse.ts";
import { isAscii } from "../analysis/kinds.ts";
import { madeOf } from "./mixed-text.ts";

export const cgi: LibraryModule = {
  name: "cgi",
  members: {
    ...queries,
    escape: fn(
      "s:text!replace, quote?",
      (c) => madeOf([c.type("s")], isAscii(c.type("s")) ? asciiStr : str),
      (c) => {
        const quote = c.node("quote");
        return call(c.runtime("python", "escapeHtml"), quote ? [c.ts("s"), c.truth(quote)] : [c.ts("s")]);
      },
    ),
    parse_header: fn(
      "line:text",
      (c) => {
        const text = madeOf([c.type("line")]);
        return tupleOf([text, dictOf(c.clock, text, text)]);
      },
      (c) => call(c.runtime("http", "parseHeader"), [c.ts("line")]),
    ),
    ...refusedAll(
      "FieldStorage MiniFieldStorage parse parse_multipart test print_environ print_form print_directory print_arguments print_environ_usage",
      "the common gateway interface: use node:http by hand",
    ),
  },
};
