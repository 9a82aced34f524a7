"""Records what CPython 2.7 does, for the tests of src/runtime/python to compare with. Run by a 2.7: python2.7 record.py [table...]"""
import io
import json
import os
import random
import sys

HERE = os.path.dirname(os.path.abspath(__file__))
sys.path.insert(0, HERE)

import tables_containers
import tables_dynamic
import tables_exceptions
import tables_files
import tables_format
import tables_json
import tables_numbers
import tables_print
import tables_re
import tables_text

TABLES = {}
for module in (tables_containers, tables_dynamic, tables_exceptions, tables_files, tables_format, tables_json, tables_numbers, tables_print, tables_re, tables_text):
    TABLES.update(module.TABLES)


def main(names):
    for name in names or sorted(TABLES):
        random.seed(name)
        rows = list(TABLES[name]())
        with io.open(os.path.join(HERE, 'recorded', name + '.jsonl'), 'w', encoding='ascii') as out:
            out.write(u''.join(unicode(json.dumps(row, sort_keys=True)) + u'\n' for row in rows))
        print name, len(rows)


if __name__ == '__main__':
    main(sys.argv[1:])
