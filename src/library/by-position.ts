import type { Entry, InstanceType, LibraryModule } from "./entry.ts";

type Members = Readonly<Record<string, Entry>>;

/**
 * Functions that CPython 2.7 has in C and that take no keyword, whatever their parameters are called here: all of a table, or those of it
 * that are named, with blanks between. Measured: such a call raises TypeError, "f() takes no keyword arguments".
 */
export function byPosition(entries: Members, names: string = Object.keys(entries).join(" ")): Members {
  const marked = names.split(" ").map((name): [string, Entry] => {
    const entry = entries[name];
    if (!entry) throw new Error(`the table has no ${name}`);
    return [name, withoutKeywords(entry)];
  });
  return { ...entries, ...Object.fromEntries(marked) };
}

/** Entries that are marked, by what they were: types that share one still do, so that a value of either is called alike. */
const known = new WeakMap<Entry, Entry>();

function withoutKeywords(entry: Entry): Entry {
  const made = known.get(entry) ?? closed(entry);
  known.set(entry, made);
  return made;
}

function closed(entry: Entry): Entry {
  if (entry.kind === "function") return entry.params === "" ? entry : { ...entry, params: `${entry.params}, /` };
  if (entry.kind !== "class" || !entry.constructor) return entry;
  const constructor = withoutKeywords(entry.constructor);
  return constructor.kind === "function" ? { ...entry, constructor } : entry;
}

/** The same of modules and of what they make, by name. */
const ofModules: Readonly<Record<string, string>> = {
  socket: "setdefaulttimeout gethostbyname",
  hashlib: "md5",
  md5: "new md5",
  string: "maketrans",
  random: "getrandbits",
  cStringIO: "StringIO",
  itertools: "izip islice takewhile dropwhile cycle imap ifilter ifilterfalse starmap tee",
  operator:
    "itemgetter add concat sub mul div floordiv mod and_ or_ xor lshift rshift eq ne lt le gt ge is_ is_not contains truediv pow not_ truth",
  struct: "pack unpack calcsize",
  binascii: "hexlify b2a_hex unhexlify a2b_hex crc32 b2a_base64 a2b_base64",
  time: "sleep localtime gmtime mktime strftime asctime ctime strptime",
  sys: "exit",
  "sys.path": "append insert",
  os: "remove unlink rename mkdir rmdir chdir chmod symlink link readlink listdir stat lstat strerror access system popen",
  zlib: "decompress crc32 adler32",
  functools: "reduce",
  math:
    "floor ceil fabs sqrt degrees radians modf isnan isinf acos asin atan cos sin tan atan2 exp hypot log log10 pow fmod acosh asinh tanh " +
    "cosh expm1 sinh copysign trunc factorial frexp ldexp fsum",
  heapq: "heappush heappop heapify heapreplace heappushpop",
  unicodedata: "normalize",
  // Python's own, whose parameters have other names than here.
  re: "escape",
  urllib: "url2pathname",
};

const ofTypes: Readonly<Record<string, string>> = {
  "socket.socket": "connect connect_ex bind send sendall recv settimeout setblocking shutdown setsockopt",
  "ssl.SSLSocket": "connect connect_ex bind send sendall recv settimeout setblocking shutdown setsockopt",
  "re.Pattern": "finditer",
  "re.Match": "start end span",
  file: "read write writelines seek truncate",
  "hashlib.hash": "update",
  "csv.writer": "writerow writerows",
  "struct.Struct": "unpack",
  "random.Random": "getrandbits",
  "collections.deque": "append appendleft extend extendleft rotate remove count",
  "sys.stdout": "write writelines",
  "sys.stderr": "write writelines",
  "threading.Lock": "acquire",
  "subprocess.output": "read",
  "subprocess.input": "write",
  "urllib2.Request": "has_header get_header",
  "urllib.URLopener": "open addheader",
  "urllib.FancyURLopener": "open addheader",
  "json.JSONEncoder": "encode default",
  "StringIO.StringIO": "write writelines read seek",
  "os.environ": "get setdefault",
  "logging.Logger": "addHandler removeHandler",
};

/** A module, or the type of what one makes, whose functions take the keywords that Python's take. */
export const moduleByPosition = (module: LibraryModule): LibraryModule => marked(module, ofModules[module.name]);
export const typeByPosition = (type: InstanceType): InstanceType => marked(type, ofTypes[type.name]);

const marked = <T extends { readonly members: Members }>(owner: T, names: string | undefined): T =>
  names === undefined ? owner : { ...owner, members: byPosition(owner.members, names) };
