"""Runs functions of the programs: each line on stdin names a file's path, a folder to work in and a function; answers with what it did."""
import imp
import json
import os
import sys
import StringIO

modules = {}


def module(path):
    if path not in modules:
        modules[path] = imp.load_source(os.path.basename(path)[:-3], path)
    return modules[path]


def run(question):
    os.chdir(question['folder'])
    stdout, sys.stdout = sys.stdout, StringIO.StringIO()
    stderr, sys.stderr = sys.stderr, StringIO.StringIO()
    try:
        getattr(module(question['path']), question['function'])()
        raised = None
    except Exception as error:
        kind = type(error)
        name = kind.__name__ if kind.__module__ == 'exceptions' else kind.__module__ + '.' + kind.__name__
        raised = name + ': ' + str(error)
    written, sys.stdout, sys.stderr = sys.stdout.getvalue(), stdout, stderr
    return {'lines': written.decode('latin-1').split('\n'), 'raised': raised and raised.decode('latin-1')}


for line in iter(sys.stdin.readline, ''):
    sys.stdout.write(json.dumps(run(json.loads(line))) + '\n')
    sys.stdout.flush()
