"""File objects: what each of a few programs of calls gives, and leaves in the file."""
import os
import random
import tempfile

from encode import encode, escape, outcome

MODES = ['r', 'rb', 'rU', 'w', 'a', 'r+', 'w+', 'a+', 'wb', 'ab']
CONTENTS = ['', 'one\ntwo\nthree', 'a\r\nb\rc\n\n', 'caf\xc3\xa9\n\xff\n', 'x' * 200 + '\nend\n', '\n\n\n']


def step(f, name, args):
    if name == 'lines':
        return list(f)
    return getattr(f, name)(*args)


def programs():
    path = os.path.join(tempfile.mkdtemp(), 'file')
    for n in range(300):
        mode, content = MODES[n % len(MODES)], random.choice(CONTENTS)
        with open(path, 'wb') as f:
            f.write(content)
        f = open(path, mode)
        steps = []
        last = None
        for _ in range(random.randrange(1, 6)):
            name, args = random.choice([('read', []), ('read', [3]), ('read', [0]), ('readline', []), ('readlines', []), ('lines', []), ('write', ['new\n']),
                                        ('write', ['\xff\xc3\xa9']), ('seek', [0]), ('seek', [2]), ('seek', [-1, 2]), ('tell', []), ('close', []), ('flush', []),
                                        ('writelines', [['p', 'q\n']]), ('write', [5])])
            # C leaves it open what a read after a write gives, or a write after a read, without a seek between; and where 'a' begins.
            kind = 'read' if name in ('read', 'readline', 'readlines', 'lines') else 'write' if name in ('write', 'writelines') else None
            if kind and last and kind != last or name == 'tell' and (last == 'read' and 'U' in mode or 'a' in mode) or name == 'lines' and last:
                continue
            if name == 'seek':
                last = None
            elif kind:
                last = kind
            if 'a' in mode and kind == 'read':
                continue
            steps.append({'name': name, 'args': encode(args), 'outcome': outcome(step, f, name, args)})

        f.close()
        yield {'mode': mode, 'content': escape(content), 'steps': steps, 'left': escape(open(path, 'rb').read())}
    os.remove(path)


TABLES = {'files': programs}
