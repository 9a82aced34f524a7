import type { InstanceType, LibraryModule } from "./entry.ts";
import { datetime, datetimeTypes } from "./datetime.ts";
import { errno } from "./errno.ts";
import { functools } from "./functools.ts";
import { logging, loggingTypes } from "./logging.ts";
import { optparse, optparseTypes } from "./optparse.ts";
import { environ, os, osPath, statResult } from "./os.ts";
import { sys, sysTypes } from "./sys.ts";
import { structTime, time } from "./time.ts";

/** Modules that have nothing to do with the network. */
export const generalModules: readonly LibraryModule[] = [
  time,
  sys,
  os,
  osPath,
  optparse,
  errno,
  functools,
  logging,
  datetime,
];

/** The types of their objects. */
export const generalTypes: readonly InstanceType[] = [
  ...sysTypes,
  environ,
  statResult,
  structTime,
  ...optparseTypes,
  ...loggingTypes,
  ...datetimeTypes,
];
