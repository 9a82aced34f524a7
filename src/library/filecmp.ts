import { bool } from "../analysis/types.ts";
import { call } from "../emit/build.ts";
import { fn, type LibraryModule } from "./entry.ts";
import { refusedAll } from "./refusals.ts";

export const filecmp: LibraryModule = {
  name: "filecmp",
  members: {
    cmp: fn("f1:text!=path, f2:text!=path, shallow?", bool, (c) => {
      const shallow = c.node("shallow");
      return call(c.runtime("python", "compareFiles"), [
        c.ts("f1"),
        c.ts("f2"),
        ...(shallow ? [c.truth(shallow)] : []),
      ]);
    }),
    ...refusedAll("cmpfiles dircmp demo BUFSIZE", "comparing folders: list them with os.listdir()"),
  },
};
