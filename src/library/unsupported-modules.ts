import type { LibraryModule } from "./entry.ts";
import { refusedModule } from "./refusals.ts";

const threads = "threads: Node runs one; await the requests, or use a pool of promises";
const mail = "mail: use the npm package nodemailer";
const servers = "servers: use node:http by hand";
const trees = "there is no XML parser in Node: use the npm package fast-xml-parser or @xmldom/xmldom";

/** Modules that scripts use and that have no translation: why, and what to use instead. */
export const unsupportedModules: readonly LibraryModule[] = [
  refusedModule(
    "thread",
    threads,
    "start_new_thread start_new allocate_lock allocate get_ident exit interrupt_main stack_size error LockType",
  ),
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
    "locale",
    "locales: the translation is always in the C locale",
    "setlocale getlocale getdefaultlocale getpreferredencoding format format_string currency str atof atoi localeconv LC_ALL LC_CTYPE LC_NUMERIC LC_TIME LC_MONETARY LC_COLLATE LC_MESSAGES Error",
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
  refusedModule("smtplib", mail, "SMTP SMTP_SSL LMTP SMTPException SMTPRecipientsRefused SMTPAuthenticationError"),
  refusedModule(
    "ftplib",
    "FTP: use the npm package basic-ftp",
    "FTP FTP_TLS Error all_errors error_perm error_temp error_reply error_proto",
  ),
  refusedModule("xml.sax", trees, "parse parseString make_parser ContentHandler handler SAXException"),
  refusedModule(
    "unittest",
    "tests: use node:test or vitest",
    "TestCase TestSuite TestLoader TestResult TextTestRunner TextTestResult FunctionTestCase SkipTest main makeSuite findTestCases defaultTestLoader skip skipIf skipUnless expectedFailure",
  ),
  refusedModule("doctest", "tests in docstrings: use node:test or vitest", "testmod testfile run_docstring_examples"),
  refusedModule(
    "inspect",
    "Node shows a program nothing of its own inside",
    "stack getargspec getmodule getfile getsource getsourcefile getsourcelines currentframe getmembers getdoc isclass isfunction ismethod ismodule isgenerator getmro trace",
  ),
  ...[
    "email.mime.text.MIMEText",
    "email.mime.multipart.MIMEMultipart",
    "email.mime.base.MIMEBase",
    "email.mime.image.MIMEImage",
  ].map((path) => refusedModule(path.slice(0, path.lastIndexOf(".")), mail, path.slice(path.lastIndexOf(".") + 1))),
  ...["MIMEText", "MIMEMultipart", "MIMEBase", "MIMEImage"].map((name) => refusedModule(`email.${name}`, mail, name)),
  refusedModule("email.encoders", mail, "encode_base64 encode_quopri encode_7or8bit encode_noop"),
  refusedModule("email.header", mail, "Header decode_header make_header"),
  refusedModule("email", mail, "message_from_string message_from_file"),
  refusedModule("BaseHTTPServer", servers, "BaseHTTPRequestHandler HTTPServer test"),
  refusedModule("SimpleHTTPServer", servers, "SimpleHTTPRequestHandler test"),
  refusedModule(
    "SocketServer",
    servers,
    "TCPServer UDPServer BaseServer ThreadingMixIn ForkingMixIn ThreadingTCPServer BaseRequestHandler StreamRequestHandler",
  ),
  refusedModule(
    "xmlrpclib",
    "XML-RPC: use the npm package xmlrpc",
    "Server ServerProxy Transport SafeTransport Fault ProtocolError Error dumps loads Binary DateTime",
  ),
  refusedModule(
    "sgmllib",
    "there is no HTML parser in Node: use the npm package htmlparser2 or cheerio",
    "SGMLParser SGMLParseError",
  ),
  refusedModule(
    "syslog",
    "the system's log: use the npm package modern-syslog",
    "syslog openlog closelog setlogmask LOG_INFO LOG_ERR LOG_WARNING LOG_DEBUG LOG_NOTICE LOG_PID LOG_USER LOG_DAEMON",
  ),
  refusedModule(
    "pwd",
    "the system's users: userInfo of node:os knows the own one",
    "getpwnam getpwuid getpwall struct_passwd",
  ),
  refusedModule(
    "webbrowser",
    "opening a browser: use the npm package open",
    "open open_new open_new_tab get register Error",
  ),
  refusedModule("shelve", "Python's own format of objects: use JSON", "open Shelf DbfilenameShelf"),
];
