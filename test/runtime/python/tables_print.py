"""What print statements write, with their commas."""
import random
import subprocess
import sys

from encode import escape


def prints():
    for _ in range(3):
        lines, steps = [], []
        for _ in range(150):
            items = [random.choice(['a', 'b c', '', 'x\n', 'y\t', 'z ', ' ', '\n', 'caf\xc3\xa9', '\xff', 'q\r']) for _ in range(random.randrange(3))]
            kind = random.choice(['line', 'soft', 'write'])
            if kind == 'soft' and not items:
                continue
            if kind == 'write':
                lines += ['sys.stdout.write(%r)' % i for i in items]
            else:
                lines.append('print ' + ', '.join(map(repr, items)) + (',' if kind == 'soft' else ''))
            steps.append([kind, [escape(i) for i in items]])
        out = subprocess.check_output([sys.executable, '-c', 'import sys\n' + '\n'.join(lines)])
        yield {'steps': steps, 'output': escape(out)}


TABLES = {'prints': prints}
