import { dequeType } from "./deque.ts";
import { atexit } from "./atexit.ts";
import { bisect, heapq } from "./heapq.ts";
import { argparse, argparseTypes } from "./argparse.ts";
import type { InstanceType, LibraryModule } from "./entry.ts";
import { compressionTypes, gzip, zlib } from "./compression.ts";
import { datetime, datetimeTypes } from "./datetime.ts";
import { cElementTree, elementTree, elementTreeTypes, expat } from "./element-tree.ts";
import { codecs, codecsType } from "./codecs.ts";
import { configParser, configTypes } from "./config-parser.ts";
import { errno } from "./errno.ts";
import { contextlib } from "./contextlib.ts";
import { fractions } from "./fractions.ts";
import { functools } from "./functools.ts";
import { getopt } from "./getopt.ts";
import { filecmp } from "./filecmp.ts";
import { fnmatch, glob } from "./glob.ts";
import { logging, loggingTypes } from "./logging.ts";
import { hmac, hmacType } from "./hmac.ts";
import { htmlParser, htmlParserType } from "./html-parser.ts";
import { htmlentitydefs, saxutils } from "./markup.ts";
import { loggingHandlers } from "./log-handlers.ts";
import { math } from "./math.ts";
import { dom, minidom, minidomTypes } from "./minidom.ts";
import { calendar, calendarTypes } from "./calendar.ts";
import { optparse, optparseTypes } from "./optparse.ts";
import { descriptorType } from "./file-descriptors.ts";
import { environ, os, osPath, statResult } from "./os.ts";
import { pprint, pprintTypes } from "./pprint.ts";
import { pipes, shlex } from "./shell.ts";
import { shutil, tempfile } from "./shutil.ts";
import { commands, subprocess, subprocessTypes } from "./subprocess.ts";
import { templateType } from "./string-template.ts";
import { stat } from "./stat.ts";
import { sys, sysPath, sysTypes } from "./sys.ts";
import { systemModules, systemTypes } from "./system-modules.ts";
import { textwrap, textWrapperType } from "./textwrap.ts";
import { queue, threading, threadTypes } from "./threading.ts";
import { structTime, time } from "./time.ts";
import { traceback } from "./traceback.ts";
import { unsupportedModules } from "./unsupported-modules.ts";

/** Modules that have nothing to do with the network. */
export const generalModules: readonly LibraryModule[] = [
  time,
  sys,
  sysPath,
  os,
  osPath,
  optparse,
  argparse,
  shutil,
  tempfile,
  gzip,
  zlib,
  getopt,
  saxutils,
  htmlParser,
  elementTree,
  cElementTree,
  expat,
  pprint,
  configParser,
  codecs,
  hmac,
  threading,
  queue,
  dom,
  minidom,
  htmlentitydefs,
  shlex,
  pipes,
  subprocess,
  commands,
  errno,
  contextlib,
  functools,
  logging,
  loggingHandlers,
  datetime,
  math,
  fractions,
  stat,
  glob,
  filecmp,
  fnmatch,
  heapq,
  calendar,
  bisect,
  textwrap,
  traceback,
  atexit,
  ...systemModules,
  ...unsupportedModules,
];

/** The types of their objects. */
export const generalTypes: readonly InstanceType[] = [
  dequeType,
  templateType,
  textWrapperType,
  ...sysTypes,
  environ,
  statResult,
  descriptorType,
  structTime,
  ...optparseTypes,
  ...argparseTypes,
  ...systemTypes,
  ...compressionTypes,
  htmlParserType,
  ...elementTreeTypes,
  ...minidomTypes,
  ...pprintTypes,
  ...configTypes,
  codecsType,
  hmacType,
  ...threadTypes,
  ...subprocessTypes,
  ...loggingTypes,
  ...datetimeTypes,
  ...calendarTypes,
];
