/** A diagnostic as the catalogue has it; its category is the first letter of its code. */
export interface CatalogueEntry {
  readonly title: string;
  /** What it means for the script, in a sentence or two. */
  readonly meaning: string;
  /** What to do about it. */
  readonly remedy: string;
}

/**
 * Every diagnostic. Codes are fixed for ever: never renumbered, never reused.
 * U: untranslated (marked in the code, throws when reached). A: exact under the stated assumption. H: a trap in the original that is kept.
 */
export const catalogue = {
  U0101: {
    title: "module without counterpart",
    meaning: "The script uses a module that the library table does not have.",
    remedy: "Write the TypeScript for this place by hand, or use an npm package that does the same.",
  },
  U0102: {
    title: "member not known",
    meaning: "The library table has the module or type, but not this member of it.",
    remedy: "Write the TypeScript for this place by hand.",
  },
  U0103: {
    title: "no counterpart",
    meaning: "The construct is known and has no translation that does the same.",
    remedy: "Write the TypeScript for this place by hand; the message says what it would have to do.",
  },
  U0104: {
    title: "type not known",
    meaning: "What this does depends on the type of a value, and the type could not be found from the program.",
    remedy:
      "Give the value a type the analysis can see (a default, a call in the repository), or write this place by hand.",
  },
  U0105: {
    title: "call not understood",
    meaning: "The arguments do not fit the signature that is known of the callee.",
    remedy: "Write the call by hand.",
  },
  U0106: {
    title: "statement not translated",
    meaning: "Python has this statement and TypeScript has nothing that does the same.",
    remedy: "Write the TypeScript for this place by hand.",
  },
  U0107: {
    title: "runs Python text",
    meaning: "The script makes Python code while it runs (exec, eval, execfile); a translation cannot know that code.",
    remedy: "Replace the generated code by a table of functions.",
  },
  U0108: {
    title: "syntax error",
    meaning: "The lines are not Python 2.7, so there is nothing to translate.",
    remedy: "Mend the Python first: the file does not run there either.",
  },
  U0109: {
    title: "class feature not translated",
    meaning: "The class uses a feature that has no counterpart yet.",
    remedy: "Write this part of the class by hand.",
  },
  U0110: {
    title: "waits where it cannot",
    meaning:
      "The translation must await here, and the place cannot: a callback that the library calls, a constructor, a property.",
    remedy: "Move the request out of the callback or constructor.",
  },
  U0111: {
    title: "undefined name",
    meaning: "The name is neither defined in the file nor a Python built-in.",
    remedy: "Define it, or delete the line: Python raises NameError here.",
  },
  A0101: {
    title: "type taken from use",
    meaning: "Nobody in the repository calls the function, so a parameter's type was taken from how the body uses it.",
    remedy: "Check the parameter's type in the emitted signature.",
  },
  A0102: {
    title: "integers stay below 2^53",
    meaning: "Python's integers have no limit, a number in TypeScript is exact up to 2^53.",
    remedy: "Nothing, if the values are counts, sizes or delays. Otherwise use bigint here.",
  },
  A0103: {
    title: "kinds that TypeScript does not tell apart",
    meaning:
      "The value may be an int or a float, a str or unicode, a list or a tuple: Python writes them differently, and divides numbers differently, where TypeScript has one kind of value for both.",
    remedy: "Make it always of one kind in the Python (2.0 for 2), and translate again.",
  },
  A0104: {
    title: "output is UTF-8",
    meaning:
      "Python 2 raises UnicodeEncodeError when unicode text that is not ASCII is printed to a pipe or file; the translation writes UTF-8.",
    remedy: "Nothing, if the script ran with PYTHONIOENCODING=utf-8 or only ever printed ASCII.",
  },
  A0105: {
    title: "unicode to str",
    meaning:
      "str() of unicode text that is not ASCII raises UnicodeEncodeError in Python 2; the translation keeps the text.",
    remedy: "Nothing, if that error was never wanted.",
  },
  A0106: {
    title: "str to unicode",
    meaning:
      "Python 2 decodes a str as ASCII where it meets unicode: with bytes above 127 that raises UnicodeDecodeError, and in a comparison makes the two unequal. Where one value may be either, or many meet, the translation takes the str as UTF-8.",
    remedy: "Nothing, if that error was never wanted.",
  },
  A0107: {
    title: "text is valid in its encoding",
    meaning: "Text is decoded once, where it is read; bytes that are not valid in the encoding would raise in Python.",
    remedy: "Nothing, if the data is what it says it is.",
  },
  A0108: {
    title: "module imported at the top",
    meaning: "Python runs a module's code where the import stands; ECMAScript modules run before the importing file.",
    remedy: "Check that the imported file does nothing visible when it is imported.",
  },
  A0109: {
    title: "characters for bytes",
    meaning:
      "Python 2 works on the bytes of a str here, the translation on its characters; they differ for text that is not ASCII.",
    remedy: "Nothing, if the text is ASCII here.",
  },
  A0110: {
    title: "order of a dict or set",
    meaning:
      "Python's order for these keys depends on memory addresses, or on the hash of unicode, which is another one than that of a str for text beyond ASCII.",
    remedy: "Sort where the order matters.",
  },
  A0111: {
    title: "regular expression on text",
    meaning:
      "Python 2 matches the bytes of a str, the translation its characters; `.` and classes differ for text that is not ASCII.",
    remedy: "Nothing, if the text is ASCII or the pattern only looks for ASCII.",
  },
  A0112: {
    title: "a newer Unicode",
    meaning:
      "Under re.U the pattern asks Unicode what is a letter or a digit, or for the other case; Python 2.7 has the tables of Unicode 5.2, JavaScript newer ones.",
    remedy:
      "Nothing, if the text has no characters that came later, nor İ, ſ or the Kelvin sign where case is ignored.",
  },
  A0113: {
    title: "the last digit of logarithms, sines and powers",
    meaning:
      "JavaScript's logarithms, powers and sines may differ from those of C in the last digit of all, and so may random numbers that are made of them, though their sequence is Python's for a seed too. Printed with twelve digits, as Python's str() does, they read alike but for rare cases.",
    remedy: "Nothing, unless all digits are counted on.",
  },
  A0114: {
    title: "places in a traceback",
    meaning:
      "A traceback that the script itself writes names the files and lines of the TypeScript, and shows no source lines.",
    remedy: "Nothing, unless something reads those lines.",
  },
  A0115: {
    title: "half a printed line",
    meaning:
      "Python writes each value of a print before it makes the next, and a bracket before what is in it; when one raises, or prints by itself, what stood before it is out already, with the blank that follows it. Here it is written as a whole.",
    remedy: "Nothing, unless the half line before a traceback, or before what a __repr__ prints, matters.",
  },
  A0116: {
    title: "the script's own name",
    meaning:
      "sys.argv[0], __file__ and the name in a usage text are the Python file in Python, and the TypeScript file here: sys.argv[0] below the working folder, __file__ with its full path.",
    remedy:
      "Nothing, if it is only shown in a usage text, or if what is looked for beside the script stands beside the translation.",
  },
  A0117: {
    title: "optional module",
    meaning:
      "The script tries to import a module that is not of Python's library, and goes on without it. Where it has a replacement the translation is that of the replacement, as if the module were not installed; else as if it were.",
    remedy: "Check that the message says what holds where the script runs.",
  },
  A0118: {
    title: "simplejson is json",
    meaning:
      "simplejson is taken for Python's json module. It words its errors otherwise, gives ASCII text as str where json gives unicode (which only repr shows), and refuses NaN in its later versions.",
    remedy: "Nothing, unless the script shows the repr of what it parsed or the text of an error.",
  },
  A0119: {
    title: "imports are resolved when translating",
    meaning:
      "The script changes where Python looks for modules; the translation imports the files that were found for it, wherever Python would have looked.",
    remedy: "Nothing, unless another module of the same name is meant to be found in that place.",
  },
  A0120: {
    title: "records as long as the header",
    meaning:
      "csv.DictReader keeps what a record has more than there are names as a list under None (or restkey); the translation does too, but takes every value for text.",
    remedy: "Nothing, if no record is longer than the list of names, or nobody goes over the values of one that is.",
  },
  A0121: {
    title: "programs run to their end",
    meaning:
      "A program that the script starts has ended before the script goes on, and its output stands between what the script printed before and after; Python goes on at once after Popen, and writing into a pipe or file it holds its own output back.",
    remedy:
      "Nothing, if the script waits for the program, and nobody counts on the order of both outputs in one stream.",
  },
  A0122: {
    title: "passwords stay with their host",
    meaning:
      "urllib2 sends a header that a request was given, Authorization and Cookie too, on to whatever host a redirect leads to. The translation keeps these back when the host changes, or TLS is left.",
    remedy:
      "Nothing, unless a redirect to another host is meant to be sent the password: then make that request by hand.",
  },
  A0123: {
    title: "request sent when its answer is asked for",
    meaning:
      "Python connects in endheaders() and sends what send() is given at once; the translation does both in getresponse(), which then raises what fails.",
    remedy: "Nothing, if all of them are inside the same try; or use request().",
  },
  A0125: {
    title: "debug output left out",
    meaning: "With a debuglevel httplib prints each request and each header of its answer; the translation does not.",
    remedy: "Nothing, unless something reads those lines.",
  },
  A0126: {
    title: "text from XML as unicode",
    meaning:
      "ElementTree gives text that is ASCII as str and other text as unicode, and minidom gives '' as str for an attribute that is not there; the translation takes all of it for unicode. It reads alike but under repr(), in a printed list or dict, and when asked for its type.",
    remedy: "Nothing, unless a value of the document is printed by repr(): then print it with %s.",
  },
  A0127: {
    title: "threads that take turns",
    meaning:
      "Python's threads change over at any time; those of the translation only where they wait: for the network, a queue, a lock, time or each other. The program ends when its main part has, and what it still waits for.",
    remedy:
      "Nothing, unless the program depends on which thread is quicker, or leaves daemon threads at work when it ends.",
  },
  A0128: {
    title: "encoding not declared",
    meaning:
      "CPython 2.7 refuses a file that has a character beyond ASCII, be it in a comment, and no line that says its encoding, or another than its byte order mark. Such a file cannot have run; the translation reads it as UTF-8, as Python 3 does.",
    remedy:
      "Nothing, if that is what was meant; `# -*- coding: utf-8 -*-` in the file's first line says so to Python 2 too.",
  },
  A0129: {
    title: "socket bound to an address",
    meaning:
      "bind() of a socket that goes on to connect says which of the machine's addresses it comes from. Python tells at once if it has no such address, or the port is taken; here connect() does.",
    remedy: "Nothing, unless what is done between the two must not happen then.",
  },
  A0130: {
    title: "list as a key",
    meaning:
      "A list, or an object of an old-style class with __cmp__ or __eq__ and no __hash__, alone or in a tuple, may be a key of a dict or an item of a set. Python raises TypeError (unhashable type: 'list', unhashable instance); here a list is taken for the tuple of its items, and the object for itself.",
    remedy: "Nothing, unless the script catches that TypeError: then test for a list before.",
  },
  A0131: {
    title: "unused import left out",
    meaning:
      "A module that is nowhere at hand, or a name that the library is not known to have, is imported and not used. The translation leaves the import out: what it does by itself is not done, nor does it raise ImportError.",
    remedy: "Nothing, unless the module does something when it is imported, or the script stops at the import.",
  },
  A0132: {
    title: "another version of zlib",
    meaning:
      "What zlib.compress() gives can be decompressed by all, but each version of the library chooses its own bytes, and so their number.",
    remedy: "Nothing, unless the compressed bytes or their length are compared with those of another program.",
  },
  A0133: {
    title: "a length as a hint",
    meaning:
      "list(), tuple(), sorted(), map(), zip() and join() ask an object that they go over for its length first, to make room. The translation does not ask, so that what __len__ does besides is not done there.",
    remedy: "Nothing, unless __len__ prints, counts or raises.",
  },
  A0134: {
    title: "an answer without a code",
    meaning:
      "What addinfourl() makes without a code has None for it, and so has a local file that urllib opens. A code is a number in the translation: reading it before the program has set it throws.",
    remedy: "Give addinfourl() a code, or set it before it is read.",
  },
  A0135: {
    title: "result of a special method",
    meaning:
      "Python raises a TypeError where __str__ or __repr__ gives no text, __nonzero__ no bool or int, __hash__ or __cmp__ no integer, __iter__ no iterator. The translation does not look.",
    remedy: "Nothing, if the method always gives that. Else let it return it on every path.",
  },
  A0136: {
    title: "__getattr__ of an old-style class",
    meaning:
      "Python asks the __getattr__ of a class that does not derive from object for special methods as well: __str__ where an object is printed, __nonzero__ where its truth is asked for, __len__, __iter__, __eq__, __cmp__, __hash__, __call__ … The translation asks it for ordinary attributes alone.",
    remedy:
      "Nothing, if __getattr__ raises AttributeError for such names. Else let it begin with: if name.startswith('__'): raise AttributeError(name)",
  },
  A0137: {
    title: "the end of a slice that has none",
    meaning:
      "For x[start:] Python calls __getslice__, and the __getitem__ of an old-style class, with sys.maxint for the end. The translation gives the largest integer that a number holds exactly, 2^53 - 1.",
    remedy:
      "Nothing, if the end is only compared, made smaller, or taken for the end of another slice: nobody sees which number it is.",
  },
  H0101: {
    title: "except clause never reached",
    meaning: "An earlier clause of the same try catches everything that this one would.",
    remedy: "Put the narrower class first.",
  },
  H0102: {
    title: "no timeout",
    meaning:
      "Without timeout= and socket.setdefaulttimeout a request waits for ever for a server that does not answer.",
    remedy: "Pass a timeout.",
  },
  H0103: {
    title: "bare except",
    meaning: "`except:` also catches sys.exit and Ctrl-C.",
    remedy: "Catch the classes that are meant.",
  },
  H0104: {
    title: "reset is not a URLError",
    meaning:
      "A connection reset while the answer is read is a bare socket.error in Python 2: `except URLError` does not see it.",
    remedy: "Catch socket.error as well if such resets are to be retried.",
  },
  H0105: {
    title: "retry repeats a POST",
    meaning: "The loop sends the body again after a failure, though the server may have acted on the first.",
    remedy: "Retry only what is safe to repeat.",
  },
  H0106: {
    title: "branch never taken",
    meaning:
      "The test always has the same outcome in Python 2.7, so the other branch is dead; the translation leaves it out.",
    remedy: "Test for the narrower class first, if the dead branch was meant to run.",
  },
  H0107: {
    title: "flags taken for a count",
    meaning:
      "The fourth argument of re.sub and the third of re.split is a number of times, so a flag given there limits the replacements and sets no flag.",
    remedy: "Name it: flags=re.I.",
  },
  H0108: {
    title: "certificate not checked",
    meaning: "The TLS context takes any certificate, so that whoever is on the way can read and change what is sent.",
    remedy: "Use ssl.create_default_context(), with cafile= for a server whose certificate is of a private authority.",
  },
} as const satisfies Readonly<Record<string, CatalogueEntry>>;

export type DiagnosticCode = keyof typeof catalogue;
