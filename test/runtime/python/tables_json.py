"""json.loads and json.dumps, and the UTF-8 that they insist on."""
import json
import random

from encode import encode, escape, outcome

BAD = ['"abc', '"a\nb"', '"a\\qb"', '"a\\u12"', '"a\\u12zz"', '"\\', '"\\u', '"a\\ud83d\\ude00"', '"\\ud83d"', '"\\ud83d\\u0041"', '{"a"', '{"a" 1}',
       '{"a":}', '{"a":1', '{"a":1,', '{"a":1,}', '{"a":1 "b"', '[1 2]', '[1', '[1,', '[', '[]]', '', '  ', '\n\n x', '[1,\n2,\nx]', '{"a":\n\n 1 2}', '01', '-',
       '-0', '-01', '1.', '1.e5', '1e', '1e5', '1E+5', '.5', '1.5e-3', '-1.5', '1e400', '-1e400', 'NaN', '-Infinity', 'Infinity', '-Inf', 'tru', 'true false',
       'nul', '"caf\xc3\xa9"', '"\xff"', '"ab\xc3"', '"ab\xc3x"', 'caf\xc3\xa9', '\xef\xbb\xbf{}', '"\xe2\x82"', '"\xf0\x9f\x98"', '"\x80"', '"\xc0\x80"',
       '"\xe9t\xe9"', '"a\\n\xe9"', '"\\u00e9\xc3\xa9\xff"', '"\t"', '"\x7f"', '12345678901234567890', '-12345678901234567890', '9007199254740993', '1.0', '1e3',
       '1e22', '1e23', '0.1', '-0.0', '[1.0,2]', '{"\xff":1}', '{"b":1,"a":2,"b":3}', '{1:2}', "{'a':1}", '{"a":1}}', '[1]x\n', '{"a":[1,{"b":null}]}', '\x00',
       '"\x00"', '"\\x41"', '"\\/\\b\\f\\n\\r\\t\\"\\\\"', '[,1]', '[1,,2]', '{,}', '{"a":1,,}', '"\\u00E9"', '"\\uD83D\\uDE00"', '[1]\n\n  2\n', '"a" "b"',
       '[1}', '{"a":1]', '\xc2\xa0{}', '\x0c{}', '--1', '+1', '1_0', '0x10', 'Inf', '-NaN', '"\\u 041"', '"\\u+041"', '"\\u0041', '"caf\xc3\xa9" x',
       '{"caf\xc3\xa9":1 2}', '["caf\xc3\xa9\n', '[[[]]]', '[{}, [], "", 0]', '{"User-Agent": 1, "Accept": [true, false], "Host": {"a": 0.5, "id": 1e2}}',
       '{"a": "b"', '{"a": [1, 2', '["a', '["a", "b', '<html>', 'undefined', '{"a": undefined}', '{"a": .5}', '{a: 1}', '[1.5.5]', '"\xf0\x9f\x98\x80" ]']


def loads():
    texts = list(BAD)
    for _ in range(300):
        text = random.choice(['{"status": "ok", "items": [1, 2.5, {"id": 17, "name": "caf\xc3\xa9 \\u20ac"}], "next": null}', '[1.0, -0.5e3, "x\\ty", true]'])
        chars = list(text)
        for _ in range(random.choice([1, 1, 2])):
            at = random.randrange(len(chars))
            chars[at] = random.choice(['', '', ' ', '"', ',', '}', ']', ':', '\\', '\n', '0', 'x', '\xff'])
        texts.append(''.join(chars))
    for text in texts:
        yield {'text': escape(text), 'outcome': outcome(json.loads, text)}
    for text in (u'"caf\xe9" x', u'{"\u20ac": 1 2}', u'["\U0001f600" 1]', u'{"a" 1}', u'{1}', u'[1', u'{"a":1'):
        yield {'text': text, 'unicode': True, 'outcome': outcome(json.loads, text)}


VALUES = [None, True, False, 0, -5, 2 ** 53 - 1, 2 ** 64, 1.0, 0.1, 1e16, 1e400, -1e400, float('nan'), 1e22, -0.0, 'a', '', 'caf\xc3\xa9', '\xff', 'a\xe9b',
          '</a>\x7f\xe2\x80\xa8/"\\\b\f\n\r\t\x00\x1f', '\xf0\x9f\x98\x80', [], {}, [1, [2, []], {}], {'a': 1}, {'b': [1, {'c': None}], 'a': 'x', 'User-Agent': 2},
          {1: 2, None: 3}, {True: 1}, {2.5: 1, 1.0: 2}, {'10': 1, 9: 2, None: 0, 'a': 3}, set(), set([1]), [set()], {2 ** 64: 1}, {'k': [True, 'it\'s']},
          ['\xc3', 'x'], {'\xff': 1}, {'caf\xc3\xa9': 1}]


def dumps():
    for value in VALUES:
        for options in ({}, {'sort_keys': True}, {'indent': 2}, {'indent': 0}, {'indent': 4, 'sort_keys': True}, {'separators': [',', ':']},
                        {'separators': [',', ': '], 'indent': 1}):
            yield {'value': encode(value), 'options': options, 'outcome': outcome(json.dumps, value, **options) if not options else outcome(
                lambda: json.dumps(value, **options))}
        if '\\xff' not in repr(value) and 'xe9b' not in repr(value):
            text = outcome(lambda: json.dumps(value, ensure_ascii=False))
            if isinstance(text.get('result'), dict):
                text = {'result': text['result']['unicode']}
            yield {'value': encode(value), 'options': {'ensure_ascii': False}, 'outcome': text}


def utf8():
    for n in range(900):
        data = ''.join(random.choice(['a', '\x80', '\xbf', '\x9f', '\xa0', '\x90', '\x8f', '\xc0', '\xc1', '\xc2', '\xdf', '\xe0', '\xe1', '\xed', '\xef', '\xf0', '\xf3',
                                      '\xf4', '\xf5', '\xff', '\xc3\xa9', '\xe2\x82\xac', '\xf0\x9f\x98\x80']) for _ in range(random.randrange(1, 6)))
        result = outcome(lambda: data.decode('utf-8'))
        yield {'bytes': [ord(c) for c in data], 'outcome': result}


TABLES = {'json-loads': loads, 'json-dumps': dumps, 'utf8': utf8}
