/** The packages of CPython 2.7's library: a dotted name below another module names nothing. */
const packages = new Set(
  "compiler ctypes curses distutils email encodings hotshot importlib json lib2to3 logging multiprocessing os sqlite3 unittest wsgiref xml".split(
    " ",
  ),
);

/** Every module of CPython 2.7's library that a script may import by name, packages aside. */
const plain = new Set(
  (
    "BaseHTTPServer Bastion CGIHTTPServer ConfigParser Cookie DocXMLRPCServer HTMLParser MimeWriter Queue SimpleHTTPServer SimpleXMLRPCServer " +
    "SocketServer StringIO UserDict UserList UserString __builtin__ __future__ abc aifc anydbm argparse array ast asynchat asyncore atexit audioop " +
    "base64 bdb binascii binhex bisect bsddb bz2 cPickle cProfile cStringIO calendar cgi cgitb chunk cmath cmd code codecs codeop collections " +
    "colorsys commands compileall contextlib cookielib copy copy_reg crypt csv datetime decimal difflib dircache dis doctest dumbdbm dummy_thread " +
    "dummy_threading errno exceptions fcntl filecmp fileinput fnmatch formatter fpformat fractions ftplib functools future_builtins gc getopt " +
    "getpass gettext glob grp gzip hashlib heapq hmac htmlentitydefs htmllib httplib ihooks imaplib imghdr imp imputil inspect io itertools " +
    "keyword linecache locale mailbox mailcap marshal math md5 mhlib mimetools mimetypes mimify mmap modulefinder multifile mutex netrc new " +
    "nntplib numbers opcode operator optparse parser pdb pickle pickletools pipes pkgutil platform plistlib popen2 poplib posix posixpath pprint " +
    "profile pstats pty pwd py_compile pyclbr pydoc pyexpat quopri random re readline repr resource rexec rfc822 rlcompleter robotparser runpy " +
    "sched select sets sgmllib sha shelve shlex shutil signal site smtpd smtplib sndhdr socket spwd ssl stat statvfs string stringprep strop " +
    "struct subprocess sunau symbol symtable sys sysconfig syslog tabnanny tarfile telnetlib tempfile termios textwrap thread threading time " +
    "timeit token tokenize trace traceback tty types unicodedata urllib urllib2 urlparse user uu uuid warnings wave weakref webbrowser whichdb " +
    "xdrlib xmllib xmlrpclib zipfile zipimport zlib"
  ).split(" "),
);

/** Modules of which the table has every public name, mapped or refused, but for modules that they import (`test/library/members.test.ts`). */
export const wholeModules: ReadonlySet<string> = new Set(
  (
    "ConfigParser HTMLParser Queue StringIO argparse base64 binascii cStringIO calendar codecs collections copy datetime email.utils errno fnmatch fractions functools hashlib htmlentitydefs itertools json logging logging.handlers math md5 " +
    "mimetools mimetypes operator os.path pprint random re rfc822 sha stat string struct sys tempfile textwrap threading time traceback types unicodedata xml.dom xml.dom.minidom xml.etree.ElementTree xml.etree.cElementTree xml.sax.saxutils zlib"
  ).split(" "),
);

/** Modules that came with Python 3 and that nobody ported back under their name. */
const later = new Set(
  "_thread asyncio copyreg dbm html http queue reprlib socketserver tkinter winreg xmlrpc".split(" "),
);

/** Names that modules of both Pythons have since Python 3 only. */
const laterNames: Readonly<Record<string, readonly string[]>> = {
  base64: ["decodebytes", "encodebytes"],
  collections: ["ChainMap", "abc"],
  functools: ["lru_cache", "singledispatch"],
  inspect: ["getfullargspec", "signature"],
  itertools: ["accumulate", "filterfalse", "zip_longest"],
  os: ["scandir"],
  shlex: ["quote"],
  shutil: ["get_terminal_size", "which"],
  subprocess: ["DEVNULL", "run"],
  time: ["monotonic", "perf_counter"],
  unittest: ["mock"],
  urllib: ["error", "parse", "request", "response", "robotparser"],
};

/**
 * Whether CPython 2.7 has a module of its library, and a name in it: `there`, `missing` where it is Python 3's, or `optional` for a
 * module that is not of the library at all, which may be installed or not. Read from `Lib` and `lib-dynload` of 2.7.18.
 */
export function standardModule(module: string, name: string | null = null): "there" | "missing" | "optional" {
  const [top = "", ...rest] = module.split(".");
  if (later.has(top)) return "missing";
  if (!packages.has(top) && !plain.has(top)) return "optional";
  if (rest.length > 0 && !packages.has(top)) return "missing";
  return name !== null && laterNames[module]?.includes(name) === true ? "missing" : "there";
}

/** Whether CPython 2.7 surely has no such name in a module. */
export const lacksName = (module: string, name: string): boolean =>
  standardModule(module, name) === "missing" ||
  (wholeModules.has(module) && !name.startsWith("_") && !plain.has(name) && !packages.has(name));

/** What `sys` has after an error, with `atexit`, in an interactive Python, after `reload(sys)`, or once a program has set it. */
export const comesAndGoes = (module: string, name: string): boolean =>
  module === "sys" &&
  /^(exc_(type|value|traceback)|last_.*|exitfunc|ps[12]|setdefaultencoding|tracebacklimit)$/.test(name);
