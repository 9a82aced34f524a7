import type { LibraryModule } from "./entry.ts";
import { refusedModule } from "./refusals.ts";

const threads = "threads: Node runs one; await the requests, or use a pool of promises";
const ini = "there is no reader of .ini files in Node: use the npm package ini, or JSON";
const trees = "there is no XML parser in Node: use the npm package fast-xml-parser or @xmldom/xmldom";

/** Modules that scripts use and that have no translation: why, and what to use instead. */
export const unsupportedModules: readonly LibraryModule[] = [
  refusedModule(
    "threading",
    threads,
    "Thread Lock RLock Event Condition Semaphore BoundedSemaphore Timer local current_thread currentThread active_count activeCount enumerate settrace setprofile stack_size ThreadError",
  ),
  refusedModule(
    "thread",
    threads,
    "start_new_thread start_new allocate_lock allocate get_ident exit interrupt_main stack_size error LockType",
  ),
  refusedModule("Queue", threads, "Queue LifoQueue PriorityQueue Empty Full"),
  refusedModule(
    "multiprocessing",
    "other processes are not started: use node:worker_threads by hand",
    "Process Pool Queue Pipe Lock Manager Value Array cpu_count current_process",
  ),
  refusedModule(
    "signal",
    "signals: use process.on in Node",
    "signal alarm getsignal pause setitimer SIGINT SIGTERM SIGALRM SIGHUP SIGPIPE SIGKILL SIGUSR1 SIGUSR2 SIGCHLD SIGQUIT SIG_DFL SIG_IGN",
  ),
  refusedModule(
    "ConfigParser",
    ini,
    "ConfigParser SafeConfigParser RawConfigParser NoSectionError NoOptionError Error ParsingError MissingSectionHeaderError DuplicateSectionError InterpolationError DEFAULTSECT",
  ),
  refusedModule(
    "pprint",
    "pretty printing breaks lines by its own rules: print repr() instead",
    "pprint pformat PrettyPrinter isreadable isrecursive saferepr",
  ),
  refusedModule(
    "getpass",
    "reading a password without echo: use node:readline by hand",
    "getpass getuser GetPassWarning",
  ),
  refusedModule(
    "locale",
    "locales: the translation is always in the C locale",
    "setlocale getlocale getdefaultlocale getpreferredencoding format format_string currency str atof atoi localeconv LC_ALL LC_CTYPE LC_NUMERIC LC_TIME LC_MONETARY LC_COLLATE LC_MESSAGES Error",
  ),
  refusedModule(
    "codecs",
    "files with an encoding: open() reads and writes UTF-8",
    "open getreader getwriter lookup encode decode register EncodedFile StreamReader StreamWriter BOM_UTF8 BOM BOM_UTF16 getencoder getdecoder",
  ),
  refusedModule(
    "bz2",
    "compressed data that Node does not read",
    "BZ2File BZ2Compressor BZ2Decompressor compress decompress",
  ),
  refusedModule(
    "zipfile",
    "archives: use an npm package such as yauzl",
    "ZipFile ZipInfo is_zipfile BadZipfile LargeZipFile ZIP_STORED ZIP_DEFLATED",
  ),
  refusedModule("tarfile", "archives: use the npm package tar", "TarFile TarInfo open is_tarfile TarError"),
  refusedModule(
    "pickle",
    "Python's own format of objects: use JSON",
    "load loads dump dumps Pickler Unpickler PickleError HIGHEST_PROTOCOL",
  ),
  refusedModule(
    "cPickle",
    "Python's own format of objects: use JSON",
    "load loads dump dumps Pickler Unpickler PickleError HIGHEST_PROTOCOL",
  ),
  refusedModule(
    "sqlite3",
    "databases: use node:sqlite or an npm package",
    "connect Connection Cursor Row Error OperationalError IntegrityError DatabaseError",
  ),
  refusedModule(
    "smtplib",
    "mail: use the npm package nodemailer",
    "SMTP SMTP_SSL LMTP SMTPException SMTPRecipientsRefused SMTPAuthenticationError",
  ),
  refusedModule(
    "ftplib",
    "FTP: use the npm package basic-ftp",
    "FTP FTP_TLS Error all_errors error_perm error_temp error_reply error_proto",
  ),
  refusedModule("xml.dom.minidom", trees, "parse parseString Document Node getDOMImplementation"),
  refusedModule(
    "xml.etree.ElementTree",
    trees,
    "parse fromstring XML ElementTree Element SubElement tostring iterparse dump ParseError Comment",
  ),
  refusedModule(
    "xml.etree.cElementTree",
    trees,
    "parse fromstring XML ElementTree Element SubElement tostring iterparse dump ParseError Comment",
  ),
  refusedModule("xml.sax", trees, "parse parseString make_parser ContentHandler handler SAXException"),
];
