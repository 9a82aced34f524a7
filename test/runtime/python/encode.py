"""Python values as JSON that says what they are, so that the tests get the very values back."""
import math


def encode(x):
    if x is None or isinstance(x, bool):
        return x
    if isinstance(x, int) and abs(x) <= 2 ** 53 - 1:
        return x
    if isinstance(x, (int, long)):
        return {'long': str(x)}
    if isinstance(x, float):
        return {'float': repr(x)}
    if isinstance(x, str):
        return escape(x)
    if isinstance(x, unicode):
        return {'unicode': x}
    if isinstance(x, list):
        return [encode(i) for i in x]
    if isinstance(x, tuple):
        return {'tuple': [encode(i) for i in x]}
    if isinstance(x, dict):
        return {'dict': [[encode(k), encode(v)] for k, v in x.iteritems()]}
    if isinstance(x, (set, frozenset)):
        return {'set': [encode(i) for i in x]}
    raise TypeError('cannot record %r' % (x,))


def escape(data):
    """A str as text: UTF-8, and U+DC80 to U+DCFF for the bytes that are not."""
    out = []
    while data:
        try:
            out.append(data.decode('utf-8'))
            break
        except UnicodeDecodeError as e:
            out.append(data[:e.start].decode('utf-8'))
            out.append(unichr(0xdc00 + ord(data[e.start])))
            data = data[e.start + 1:]
    text = u''.join(out)
    # 2.7 takes an encoded surrogate for a character.
    if any(0xd800 <= ord(c) <= 0xdfff for c in text) and '\xed' in data:
        raise ValueError('surrogates in %r' % data)
    return text


def outcome(function, *args):
    """What a call gives: its result, or the class and text of the exception that it raises."""
    try:
        return {'result': encode(function(*args))}
    except Exception as e:
        return {'error': [type(e).__name__, escape(str(e))]}


def case(name, function, *args):
    row = {'call': name, 'args': [encode(a) for a in args]}
    row.update(outcome(function, *args))
    return row
