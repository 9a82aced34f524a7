import type { Case } from "./Case.ts";
import { faults } from "./faults.ts";
import { requests } from "./requests.ts";
import { tls } from "./tls.ts";
import { places } from "./urls.ts";

/** By the sections of the contract. */
export const cases: Readonly<Record<string, readonly Case[]>> = { ...requests, ...faults, ...tls, ...places };
