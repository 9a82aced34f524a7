import type { InstanceType, LibraryModule } from "./entry.ts";
import { errno } from "./errno.ts";
import { functools } from "./functools.ts";
import { json } from "./json.ts";
import { environ, os, osPath, statResult } from "./os.ts";
import { optparse, optparseTypes } from "./optparse.ts";
import { re, reTypes } from "./re.ts";
import { socket } from "./socket.ts";
import { file } from "./file.ts";
import { sys, sysTypes } from "./sys.ts";
import { time } from "./time.ts";
import { urllib } from "./urllib.ts";
import { urllib2, urllib2Types } from "./urllib2.ts";
import { urlparse } from "./urlparse.ts";

const list: readonly LibraryModule[] = [
  urllib2,
  urllib,
  urlparse,
  socket,
  time,
  sys,
  json,
  os,
  osPath,
  re,
  optparse,
  errno,
  functools,
];

/** Every module of the table, by dotted name; `simplejson` is `json` by another name. */
export const modules: ReadonlyMap<string, LibraryModule> = new Map([
  ...list.map((m) => [m.name, m] as const),
  ["simplejson", { ...json, name: "simplejson" }],
  ["httplib", { name: "httplib", members: {} }],
]);

const types: readonly InstanceType[] = [
  ...urllib2Types,
  ...reTypes,
  ...sysTypes,
  file,
  environ,
  statResult,
  ...optparseTypes,
];

/** Every library type that has instances, by qualified name. */
export const libraryTypes: ReadonlyMap<string, InstanceType> = new Map(types.map((t) => [t.name, t]));
