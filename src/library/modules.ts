import { moduleByPosition } from "./by-position.ts";
import { cookielib, cookieTypes } from "./cookielib.ts";
import { cookie, cookieTypesOfServers } from "./cookie.ts";
import { cgi } from "./cgi.ts";
import { dataModules, dataTypes } from "./data-modules.ts";
import type { LibraryModule } from "./entry.ts";
import { generalModules, generalTypes } from "./general-modules.ts";
import { httplib, httplibTypes } from "./httplib.ts";
import { json, simplejson } from "./json.ts";
import { addLibraryTypes } from "./library-types.ts";
import { mimetools } from "./mimetools.ts";
import { mimetypes } from "./mimetypes.ts";
import { re, reTypes } from "./re.ts";
import { sliceType } from "./slices.ts";
import { socket } from "./socket.ts";
import { file } from "./file.ts";
import { socketTypes } from "./sockets.ts";
import { ssl, sslTypes } from "./ssl.ts";
import { urllib, urllibTypes } from "./urllib.ts";
import { urllib2, urllib2Types } from "./urllib2.ts";
import { urlparse, urlparseTypes } from "./urlparse.ts";

const list: readonly LibraryModule[] = [
  urllib2,
  urllib,
  urlparse,
  cgi,
  httplib,
  mimetools,
  mimetypes,
  socket,
  ssl,
  cookielib,
  cookie,
  json,
  simplejson,
  re,
  ...dataModules,
  ...generalModules,
];

/** Every module of the table, by dotted name. */
export const modules: ReadonlyMap<string, LibraryModule> = new Map(
  list.map((m) => [m.name, moduleByPosition(m)] as const),
);

addLibraryTypes([
  ...urllib2Types,
  ...cookieTypes,
  ...cookieTypesOfServers,
  ...sslTypes,
  ...socketTypes,
  ...urlparseTypes,
  ...urllibTypes,
  ...httplibTypes,
  ...reTypes,
  file,
  sliceType,
  ...dataTypes,
  ...generalTypes,
]);
