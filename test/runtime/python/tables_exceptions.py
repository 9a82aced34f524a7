"""The built-in exceptions: hierarchy, str, repr, args and attributes."""
import exceptions

from encode import encode, outcome

ARGS = [(), ('x',), ('x', 'y'), (5,), (None,), ('',), (2, 'm'), (2, 'm', 'f'), (0, ''), (1, 'a', 'b', 'c'), ([1, 'a'],), ('caf\xc3\xa9',), (1.5,), (("it's",),), (2, 'm', None)]
SKIPPED = ('SyntaxError', 'IndentationError', 'TabError', 'UnicodeDecodeError', 'UnicodeEncodeError', 'UnicodeTranslateError', 'BufferError')


def classes():
    for name, cls in sorted(vars(exceptions).items()):
        if isinstance(cls, type) and not issubclass(cls, Warning) and name not in ('IndentationError', 'TabError', 'UnicodeTranslateError', 'BufferError'):
            yield {'name': name, 'bases': [c.__name__ for c in cls.__mro__[:-1]]}


def texts():
    for name, cls in sorted(vars(exceptions).items()):
        if isinstance(cls, type) and not issubclass(cls, Warning) and name not in SKIPPED:
            for args in ARGS:
                if any(isinstance(a, tuple) for a in args):
                    continue
                e = cls(*args)
                row = {'name': name, 'given': encode(list(args)), 'str': outcome(str, e), 'repr': outcome(repr, e), 'args': encode(list(e.args))}
                if isinstance(e, EnvironmentError):
                    row['attributes'] = encode([e.errno, e.strerror, e.filename])
                if name == 'SystemExit':
                    row['attributes'] = encode(list(e.code) if isinstance(e.code, tuple) else e.code)
                yield row


def unicode_errors():
    for data, codec in (('caf\xc3\xa9', 'ascii'), ('\xff', 'utf-8'), ('a\xe2\x82', 'utf-8')):
        try:
            data.decode(codec)
        except UnicodeDecodeError as e:
            yield {'name': 'UnicodeDecodeError', 'given': encode(list(e.args)), 'str': outcome(str, e), 'repr': outcome(repr, e), 'args': encode(list(e.args))}
    for text in (u'caf\xe9', u'a\u20ac', u'\U0001f600', u'\xe9\xe8!'):
        try:
            text.encode('ascii')
        except UnicodeEncodeError as e:
            yield {'name': 'UnicodeEncodeError', 'given': encode(list(e.args)), 'str': outcome(str, e), 'repr': outcome(repr, e), 'args': encode(list(e.args))}


def exceptions_table():
    for source in (texts, unicode_errors):
        for row in source():
            yield row


TABLES = {'exception-classes': classes, 'exceptions': exceptions_table}
