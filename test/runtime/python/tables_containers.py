"""Dicts and sets: in which order they iterate after random histories."""
import random

from encode import encode

WORDS = ('User-Agent Accept Content-Type Authorization Host id name url title count page limit offset q sort format '
         'status code error message data items next prev api_key token user password caf\xc3\xa9 na\xc3\xafve \xff\xfe').split()


def random_key(kind):
    if kind == 'word':
        return random.choice(WORDS) + random.choice(['', '', str(random.randrange(100))])
    if kind == 'int':
        return random.choice([random.randrange(-20, 100), random.randrange(10 ** 6), random.randrange(-2 ** 53 + 1, 2 ** 53)])
    if kind == 'small':
        return random.randrange(40)
    if kind == 'long':
        return random.randrange(-2 ** 200, 2 ** 200)
    if kind == 'float':
        return random.choice([random.random() * 10 ** random.randrange(-20, 20), -0.5, 1e300, 5e-324, float('inf'), random.randrange(50) + 0.25])
    if kind == 'tuple':
        return tuple(random_key('word') if random.random() < .5 else random_key('int') for _ in range(random.randrange(4)))
    if kind == 'nested':
        return (random_key('word'), (random_key('small'), random_key('float')))
    if kind == 'text':
        return ''.join(chr(random.randrange(256)) for _ in range(random.randrange(12))).decode('latin-1').encode('utf-8')
    return random_key(random.choice(['word', 'int', 'float', 'tuple', 'text']))


KINDS = ['word', 'word', 'int', 'small', 'long', 'float', 'tuple', 'nested', 'text', 'mixed']


def dict_history(kind, steps):
    """Starts a dict in one of the ways a program does, changes it, and says in which order it then iterates."""
    keys = [random_key(kind) for _ in range(random.choice([0, 1, 3, 6, 9, 20]))]
    start = random.choice(['literal', 'pairs', 'fromkeys', 'unicode' if kind in ('word', 'text', 'int') else 'pairs'])
    if start == 'literal':
        d = eval('{%s}' % ', '.join('%r: %d' % (k, i) for i, k in enumerate(keys)), {'inf': float('inf')})
    elif start == 'unicode':
        keys = [k.decode('utf-8', 'replace') if isinstance(k, str) else k for k in keys]
        d = dict((k, i) for i, k in enumerate(keys))
    elif start == 'pairs':
        d = dict((k, i) for i, k in enumerate(keys))
    else:
        d = dict.fromkeys(keys, 0)
    ops = []
    for _ in range(steps):
        op = random.choice(['set', 'set', 'set', 'set', 'del', 'del', 'update', 'copy', 'popitem', 'order', 'clear' if random.random() < .1 else 'set'])
        if start == 'unicode' and op in ('set', 'update'):
            op = 'order'
        if op == 'set':
            key = random_key(kind)
            d[key] = 1
            ops.append(['set', encode(key)])
        elif op == 'del' and d:
            key = random.choice(list(d))
            del d[key]
            ops.append(['del', encode(key)])
        elif op == 'update':
            more = [random_key(kind) for _ in range(random.randrange(12))]
            d.update(dict((k, 2) for k in more))
            ops.append(['update', [encode(k) for k in more]])
        elif op == 'copy':
            d = d.copy()
            ops.append(['copy', None])
        elif op == 'popitem' and d:
            ops.append(['popitem', encode(d.popitem()[0])])
        elif op == 'clear':
            d.clear()
            ops.append(['clear', None])
        elif op == 'order':
            ops.append(['order', [encode(k) for k in d]])
    return {'start': start, 'keys': [encode(k) for k in keys], 'ops': ops, 'order': [encode(k) for k in d]}


def dict_order():
    for n in range(300):
        yield dict_history(KINDS[n % len(KINDS)], random.choice([0, 2, 5, 10, 30]))
    for size in (1200,):
        yield dict_history('word', size)
        yield dict_history('int', size)


def set_history(kind, steps):
    keys = [random_key(kind) for _ in range(random.choice([0, 1, 3, 6, 9, 20]))]
    start = random.choice(['literal', 'list', 'dict', 'set'])
    if start == 'literal' and keys:
        s = eval('{%s}' % ', '.join('%r' % (k,) for k in keys), {'inf': float('inf')})
    elif start == 'dict':
        s = set(dict((k, 0) for k in keys))
    elif start == 'set':
        s = set(set(keys))
    else:
        start, s = 'list', set(keys)
    ops = []
    for _ in range(steps):
        op = random.choice(['add', 'add', 'add', 'discard', 'update', 'pop', 'order', 'union', 'intersection', 'difference',
                            'symmetricDifference', 'differenceList', 'intersectionList', 'differenceUpdate',
                            'intersectionUpdate', 'symmetricDifferenceUpdate'])
        more = [random_key(kind) for _ in range(random.randrange(15))] + (random.sample(list(s), random.randrange(len(s) + 1)) if s else [])
        random.shuffle(more)
        if op == 'add':
            key = random_key(kind)
            s.add(key)
            ops.append(['add', encode(key)])
        elif op == 'discard' and s:
            key = random.choice(list(s))
            s.discard(key)
            ops.append(['discard', encode(key)])
        elif op == 'update':
            s.update(more)
            ops.append(['update', [encode(k) for k in more]])
        elif op == 'pop' and s:
            ops.append(['pop', encode(s.pop())])
        elif op == 'order':
            ops.append(['order', [encode(k) for k in s]])
        elif op in ('union', 'intersection', 'difference', 'symmetricDifference') and len(ops) < 40:
            other = set(more)
            s = {'union': s | other, 'intersection': s & other, 'difference': s - other, 'symmetricDifference': s ^ other}[op]
            ops.append([op, [encode(k) for k in more]])
        elif op in ('differenceUpdate', 'intersectionUpdate', 'symmetricDifferenceUpdate'):
            {'differenceUpdate': s.difference_update, 'intersectionUpdate': s.intersection_update,
             'symmetricDifferenceUpdate': s.symmetric_difference_update}[op](more)
            ops.append([op, [encode(k) for k in more]])
        elif op in ('differenceList', 'intersectionList'):
            s = s.difference(more) if op == 'differenceList' else s.intersection(more)
            ops.append([op, [encode(k) for k in more]])
    return {'start': start, 'keys': [encode(k) for k in keys], 'ops': ops, 'order': [encode(k) for k in s]}


def set_order():
    for n in range(200):
        yield set_history(KINDS[n % len(KINDS)], random.choice([0, 2, 5, 10, 30]))


def keyword_order():
    for _ in range(50):
        names = random.sample([w for w in WORDS if w.isalpha()], random.randrange(1, 12))
        yield {'keys': names, 'order': list(eval('dict(%s)' % ', '.join('%s=1' % n for n in names)))}


TABLES = {'dict-order': dict_order, 'set-order': set_order, 'keyword-order': keyword_order}


def hashes():
    for kind in KINDS:
        for _ in range(60):
            key = random_key(kind)
            yield {'key': encode(key), 'hash': '%016x' % (hash(key) & (2 ** 64 - 1))}
            if isinstance(key, str):
                text = key.decode('utf-8', 'replace')
                yield {'key': encode(text), 'hash': '%016x' % (hash(text) & (2 ** 64 - 1))}
    for key in ('', u'', 0, -1, -2, -1.0, 2 ** 63, -2 ** 63, 2 ** 64 - 1, 2 ** 64, 2 ** 128 - 1, 1e19, -1e19, 0.5, -0.0, True, (), ((),), (1,), (-1, -2), u'\U0001f600a'):
        yield {'key': encode(key), 'hash': '%016x' % (hash(key) & (2 ** 64 - 1))}


TABLES['hashes'] = hashes
