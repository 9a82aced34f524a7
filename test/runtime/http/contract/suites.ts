import { caseSuite } from "./caseSuite.ts";
import { endingSuite } from "./endingSuite.ts";
import { programSuite } from "./programSuite.ts";
import type { Suite } from "./Suite.ts";

/** All of the contract. */
export const suites: readonly Suite[] = [caseSuite, programSuite, endingSuite];
