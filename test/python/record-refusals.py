# Records what CPython 2.7 says of the programs in refusals.py2.txt: python2.7 test/python/record-refusals.py
# For each its exception and the line it names (0 if none), or null where it compiles.
import collections
import io
import json
import os
import re

HERE = os.path.dirname(os.path.abspath(__file__))
ESCAPES = {'\\': '\\', 'n': '\n', 't': '\t', 'f': '\f', 'v': '\v'}


def refusal(source):
    try:
        compile(source + '\n', 'refusals.py', 'exec', 0, True)
    except SyntaxError as error:
        return [error.lineno or 0, '%s: %s' % (type(error).__name__, error.msg)]
    except ValueError as error:
        return [0, '%s: %s' % (type(error).__name__, error)]
    return None


def main():
    recorded = collections.OrderedDict()
    with io.open(os.path.join(HERE, 'refusals.py2.txt'), encoding='utf-8') as table:
        for line in table.read().split('\n'):
            if line and not line.startswith('## '):
                source = re.sub(r'\\([\\ntfv])', lambda match: ESCAPES[match.group(1)], line.split('\t')[0])
                recorded[source] = refusal(source)
    with io.open(os.path.join(HERE, 'refusals.recorded.json'), 'w', encoding='utf-8') as target:
        target.write(json.dumps(recorded, indent=2, separators=(',', ': ')).decode('ascii') + u'\n')


main()
