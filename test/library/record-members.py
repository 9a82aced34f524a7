# coding: utf-8
# Names that modules of CPython 2.7's library have, those of modules that they import aside:
#   python2.7 test/library/record-members.py [module ...]
# renews members.recorded.json, of the modules in it and of those that are named.
import json
import os
import sys
import types

PLACE = os.path.join(os.path.dirname(os.path.abspath(__file__)), 'members.recorded.json')


def members(name):
    module = __import__(name, None, None, ['x'])
    return sorted(
        member for member in dir(module)
        if not member.startswith('_') and not isinstance(getattr(module, member), types.ModuleType))


known = json.load(open(PLACE))
found = dict((str(name), members(str(name))) for name in list(known) + sys.argv[1:])
with open(PLACE, 'w') as out:
    json.dump(found, out, indent=1, sort_keys=True, separators=(',', ': '))
    out.write('\n')
