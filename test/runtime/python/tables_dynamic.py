"""Operators and built-ins on values whose types are known only when running."""
import operator
import random

from encode import case

VALUES = [None, True, False, 0, 1, -7, 3, 2 ** 53 - 1, 2 ** 60, -2 ** 70, 0.5, -2.5, 1.0, 0.0, 3.0, 1e17, float('inf'), '', 'a', 'abc', 'caf\xc3\xa9', '\xff', '3',
          [], [1], [1, 'a'], [1.0, 'a'], [None], [[1]], {}, {'a': 1}, {'a': 2}, {'b': 1, 'a': 1}, {1: 'x'}, set(), set([1]), set([1, 'a'])]


def getitem(a, b):
    return a[b]


def setitem(a, b, c):
    a[b] = c
    return a


def delitem(a, b):
    del a[b]
    return a


def operators():
    for a in VALUES:
        yield case('truthy', bool, a)
        yield case('length', len, a)
        yield case('typeName', lambda x: type(x).__name__, a)
        yield case('iterate', lambda x: [i for i in x], a)
        for b in random.sample(VALUES, 18):
            yield case('equals', operator.eq, a, b)
            yield case('lessThan', operator.lt, a, b)
            yield case('greaterThan', operator.gt, a, b)
            # A tuple is held as a list is: a list as a key is taken for a tuple.
            keyed = isinstance(a, (dict, set)) and isinstance(b, list)
            if not keyed:
                yield case('contains', operator.contains, a, b)
            yield case('add', operator.add, a, b)
            if not (isinstance(b, float) and b != b) and not (isinstance(a, (str, list)) and b in (2 ** 53 - 1, 2 ** 60, -2 ** 70)) and not (
                    isinstance(b, (str, list)) and a in (2 ** 53 - 1, 2 ** 60, -2 ** 70)):
                yield case('multiply', operator.mul, a, b)
            yield case('divide', operator.div, a, b)
            yield case('quotient', operator.floordiv, a, b)
            if not isinstance(a, str):
                yield case('remainder', operator.mod, a, b)
            yield case('subtract', operator.sub, a, b)
            if not keyed and b != 2 ** 60 and b != -2 ** 70:
                yield case('getItem', getitem, a, b)
        for key in (0, -1, 5, 'a', 1.5, None, True):
            if not isinstance(a, (dict, list)) or key is not None:
                import copy
                yield dict(case('setItem', lambda x, k: setitem(copy.deepcopy(x), k, 'new'), a, key))
                yield dict(case('deleteItem', lambda x, k: delitem(copy.deepcopy(x), k), a, key))


def some_values():
    kinds = random.choice([[0, 1, 2, -5, 10, True, 1.5, 2.0], ['a', 'b', 'B', '', 'abc', '\xc3\xa9', '\xf0\x9f\x98\x80', '\xef\xbf\xbd', '\xff'],
                           [None, 3, 'x', [], [1], {}, {'a': 1}, 2.5], [[1, 2], [1], [0, 5], [1, 'a'], [None]], [{'a': 1}, {'a': 2}, {'b': 0}, {}, {'a': 1, 'b': 2}]])
    return [random.choice(kinds) for _ in range(random.randrange(9))]


def sequences():
    for _ in range(120):
        items = some_values()
        yield case('sorted', sorted, items)
        yield case('sortedReverse', lambda x: sorted(x, reverse=True), items)
        yield case('sortedByRepr', lambda x: sorted(x, key=lambda i: repr(i)[:2]), items)
        yield case('sortedByReprReverse', lambda x: sorted(x, key=lambda i: repr(i)[:2], reverse=True), items)
        yield case('min', min, items)
        yield case('max', max, items)
        yield case('any', any, items)
        yield case('all', all, items)
        yield case('sumOf', sum, items)
        yield case('unpack', lambda x: (lambda a, b, c: [a, b, c])(*three(x)), items)
        item = random.choice(items + [1, 'a', None])
        yield case('listFind', lambda x, i: x.index(i), items, item)
        yield case('listCount', lambda x, i: x.count(i), items, item)
        yield case('listRemove', lambda x, i: (lambda y: (y.remove(i), y)[1])(list(x)), items, item)
        yield case('listPop', lambda x: (lambda y: [y.pop(), y])(list(x)), items)
        index = random.randrange(-5, 5)
        yield case('listPopAt', lambda x, i: (lambda y: [y.pop(i), y])(list(x)), items, index)
        yield case('enumerate', lambda x: list(enumerate(x)), items)
        yield case('zip', zip, items, some_values())
        yield case('reversed', lambda x: list(reversed(x)), items)
        yield case('range', range, random.randrange(-5, 9), random.randrange(-9, 9), random.choice([1, 1, 2, -1, -3, 0]))
        yield case('range', range, random.randrange(-3, 9))
        yield case('xrange', lambda a, b, c: list(xrange(a, b, c)), random.randrange(-5, 9), random.randrange(-9, 9), random.choice([1, 1, 2, -1, -3, 0]))
    for x in (5, None, 'abc', 'ab', {}, 1.5):
        yield case('unpack', lambda x: three(x), x)


def three(x):
    a, b, c = x
    return [a, b, c]


def large_numbers():
    for a in (2 ** 60, float(2 ** 60), 2 ** 60 + 1, -2 ** 60, 2 ** 53 - 1):
        for b in (2 ** 60, float(2 ** 60), 2 ** 60 + 1, 0.5):
            yield case('equals', operator.eq, a, b)
            yield case('lessThan', operator.lt, a, b)
            yield case('greaterThan', operator.gt, a, b)


TABLES = {'large-numbers': large_numbers, 'operators': operators, 'sequences': sequences}
