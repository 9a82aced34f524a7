/**
 * Writes `docs/diagnostics.md` from the catalogue. Run it with `npm run build:docs` after a change to the catalogue.
 */
import { writeFileSync } from "node:fs";
import { catalogue } from "../src/diagnostics/catalogue.ts";
import { diagnosticsPage } from "../src/report/diagnostics-page.ts";

writeFileSync(new URL("../docs/diagnostics.md", import.meta.url), diagnosticsPage(catalogue));
