# Runs one program a line of descriptor 3: {"id": n, "text": source}. Answers on the original standard output, one line each.
# A program writes to a real file, so that `print` does what it does for a script.
import gc
import json
import os
import re
import shutil
import signal
import socket
import sys
import tempfile
import urllib
import urllib2

LIMIT = 10
HOME = os.getcwd()
jobs = os.fdopen(3, 'r')
answers = os.fdopen(os.dup(1), 'w', 0)
capture = tempfile.TemporaryFile()
os.dup2(capture.fileno(), 1)
os.dup2(os.open(os.devnull, os.O_WRONLY), 2)


VARIABLES = dict(os.environ)


def forget():
    """What one program has set for all of its process."""
    os.environ.clear()
    os.environ.update(VARIABLES)
    socket.setdefaulttimeout(None)
    urllib2.install_opener(None)
    urllib._urlopener = None


class TookTooLong(BaseException):
    pass


def too_long(signum, frame):
    raise TookTooLong()


def told(value):
    try:
        return str(value)
    except UnicodeError:
        return unicode(value).encode('utf-8')


def run(text):
    status, error = 0, None
    forget()
    sys.stdout.softspace = 0
    # An empty folder for each: what a program writes is neither found by the next nor left where this was started.
    folder = tempfile.mkdtemp()
    os.chdir(folder)
    signal.alarm(LIMIT)
    try:
        exec compile(text, 'program.py', 'exec', 0, True) in {'__name__': '__main__', '__builtins__': __builtins__}
    except SystemExit, e:
        status = 0 if e.code is None else e.code & 0xff if isinstance(e.code, (int, long)) else 1
    except BaseException, e:
        cls = e.__class__
        name = cls.__name__ if cls.__module__ == 'exceptions' else '%s.%s' % (cls.__module__, cls.__name__)
        status, error = 1, '%s: %s' % (name, told(e))
    signal.alarm(0)
    os.chdir(HOME)
    shutil.rmtree(folder, True)
    if sys.stdout.softspace:
        sys.stdout.write('\n')
    sys.stdout.flush()
    size = os.lseek(1, 0, os.SEEK_CUR)
    os.lseek(1, 0, os.SEEK_SET)
    output = os.read(capture.fileno(), size) if size else ''
    os.lseek(1, 0, os.SEEK_SET)
    os.ftruncate(1, 0)
    # Where an object is in memory is another place each time.
    output = re.sub(r' at 0x[0-9a-f]+', ' at 0x0', output)
    return {'stdout': output.decode('latin-1'), 'error': error and error.decode('latin-1'), 'status': status}


signal.signal(signal.SIGALRM, too_long)
while True:
    line = jobs.readline()
    if not line:
        break
    job = json.loads(line)
    result = run(job['text'].encode('utf-8'))
    result['id'] = job['id']
    answers.write(json.dumps(result) + '\n')
