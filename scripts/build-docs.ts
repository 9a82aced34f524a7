/**
 * Writes what the documentation takes from the source: `docs/diagnostics.md`, from the catalogue, and the README's example.
 * Run it with `npm run build:docs` after a change to the catalogue or to what is emitted.
 */
import { readFileSync, writeFileSync } from "node:fs";
import { catalogue } from "../src/diagnostics/catalogue.ts";
import { diagnosticsPage } from "../src/report/diagnostics-page.ts";
import { withCurrentExample } from "./readme-example.ts";

const readme = new URL("../README.md", import.meta.url);
writeFileSync(new URL("../docs/diagnostics.md", import.meta.url), diagnosticsPage(catalogue));
writeFileSync(readme, await withCurrentExample(readFileSync(readme, "utf8")));
