import { none, str, tupleOf } from "../analysis/types.ts";
import { call, id } from "../emit/build.ts";
import { fn, type LibraryModule } from "./entry.ts";
import { isNone } from "./is-none.ts";
import { refusedAll } from "./refusals.ts";
import { union } from "../analysis/join.ts";

const ownTable = "a table of types of the script's own: guessType knows the standard one and the system's";

export const mimetypes: LibraryModule = {
  name: "mimetypes",
  members: {
    guess_type: fn("url:text!=buffer, strict?", tupleOf([union([str, none]), union([str, none])]), (c) => {
      const strict = c.node("strict");
      return call(c.runtime("http", "guessType"), strict ? [c.ts("url"), c.truth(strict)] : [c.ts("url")]);
    }),
    ...refusedAll(
      "guess_extension guess_all_extensions",
      "which ending comes first depends on the order of the system's table: name the ending by hand",
    ),
    // The standard table and the system's, which guess_type reads by itself.
    init: fn("files?", none, (c) => (isNone(c.node("files")) ? id("undefined") : ownTable)),
    ...refusedAll(
      "add_type read_mime_types MimeTypes types_map common_types encodings_map suffix_map knownfiles inited",
      ownTable,
    ),
  },
};
