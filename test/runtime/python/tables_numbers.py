"""Arithmetic, and numbers as text."""
import operator
import random
import sys

from encode import case

INTS = [0, 1, -1, 2, -2, 3, -3, 7, -7, 10, -10, 60, 255, -255, 1000003, 2 ** 31, -2 ** 31, 2 ** 32 + 5, 2 ** 53 - 1, -2 ** 53 + 1]
FLOATS = [0.0, -0.0, 0.5, -0.5, 1.0, -1.0, 1.5, 2.5, -2.5, 3.7, -3.7, 0.1, 1e-5, 0.0001, 1e10, 1e11, 1e12, 1e15, 1e16, 1e17, 1e22,
          1e23, 1e300, 5e-324, 1.7976931348623157e308, 2.675, 1.005, 0.30000000000000004, 123456789012.5, 1234567890.125,
          999999999999.5, 99999999999.95, 0.49999999999999994, 4503599627370497.5, float('inf'), float('-inf'), float('nan')]


def a_float():
    return random.choice([random.uniform(-10, 10), random.uniform(-1, 1) * 10 ** random.randrange(-320, 308),
                          random.randrange(-10 ** 6, 10 ** 6) / 1000.0, random.randrange(-10 ** 6, 10 ** 6) / 64.0,
                          float(random.randrange(-100, 100)), random.choice(FLOATS)])


def an_int():
    return random.choice([random.randrange(-20, 20), random.randrange(-10 ** 6, 10 ** 6), random.randrange(-2 ** 53 + 1, 2 ** 53)])


def arithmetic():
    ints = [(a, b) for a in INTS for b in INTS] + [(an_int(), an_int()) for _ in range(200)]
    floats = [(random.choice(FLOATS), random.choice(FLOATS)) for _ in range(250)] + [(a_float(), a_float()) for _ in range(250)]
    for name, function in (('floorDivide', operator.floordiv), ('floorDivide', operator.div), ('modulo', operator.mod), ('divmod', divmod),
                           ('bitAnd', operator.and_), ('bitOr', operator.or_), ('bitXor', operator.xor)):
        for a, b in random.sample(ints, 150):
            yield case(name, function, a, b)
    for name, function in (('floorDivideFloat', operator.floordiv), ('moduloFloat', operator.mod), ('trueDivide', operator.div),
                           ('divmodFloat', divmod)):
        for a, b in random.sample(floats, 200):
            yield case(name, function, a, b)
    for a in INTS:
        for b in range(-4, 12) + [53, 64]:
            yield case('power', operator.pow, a, b)
        for b in (-1, 0, 1, 5, 31, 32, 40, 100, 2000):
            if b < 2000:
                yield case('shiftLeft', operator.lshift, a, b)
            yield case('shiftRight', operator.rshift, a, b)
    for _ in range(300):
        # A power that is not whole is the mathematics library's; its last digit is not the language's.
        base = a_float()
        yield case('powerFloat', operator.pow, 0.7 if base == 0.49999999999999994 else base,
                   random.choice([2.0, 3.0, -1.0, -2.0, 0.5, 10.0, -7.0, 0.0, float(random.randrange(-400, 400))]))
    for x in FLOATS + [a_float() for _ in range(300)]:
        yield case('roundHalfAway', round, x)
        yield case('roundHalfAway', round, x, random.choice([0, 1, 2, 3, -1, -2, 5, 10, 20]))
        yield case('truncate', int, x)
    for n in range(200):
        yield case('roundHalfAway', round, (2 * n + 1) / 2.0 / 10 ** random.randrange(5), random.randrange(-2, 5))


def float_text():
    for x in FLOATS + [a_float() for _ in range(500)]:
        yield case('floatStr', str, x)
        yield case('floatRepr', repr, x)
    for _ in range(300):
        # Ties at the twelfth digit.
        x = (random.randrange(10 ** 11, 10 ** 12) + .5) / 2 ** random.randrange(12)
        yield case('floatStr', str, x)


TEXTS = ['', ' ', ' x', '\tx ', '0', '12', '-12', '+12', ' 12 ', '\t12\n', '1 2', '12.5', '1e3', 'x', '0x1f', '0X1F', '-0x1f', '017', '0o17', '0b11', '0b12', '0x',
         '12L', '1_0', '- 5', '+ 5', '--5', '+-5', '9007199254740991', '9007199254740993', '123456789012345678901234567890', '00012',
         'zz', 'a' * 300, '\x00', '1\x002', '12\x00', 'caf\xc3\xa9', '\xff', "it's", '0', '-0', '08', '\x0b12\x0c', '\x1c12', '12\n\n', '\xc2\xa012',
         '1.', '.5', '.', '-.5e-3', '1e', '1e+', 'e5', 'inf', '-Inf', 'infinity', '+INFINITY', 'infi', 'nan', '-nan', 'NAN', 'nanx', '1e400', '-1e400',
         '0x1p3', '1d5', ' 1.5 ', '1.5 x', '1,5', '1e-400', 'None', 'True', '1.7976931348623159e308', '5e-324', '2.5e-324', '1.5\x00', '\n']


def parsing():
    for text in TEXTS:
        yield case('parseInteger', int, text)
        yield case('parseFloatText', float, text)
        for base in () if '\0' in text else (0, 2, 8, 16, 36, 1, 37):
            yield case('parseInteger', int, text, base)
    for x in INTS + [2 ** 63, sys.maxint, -sys.maxint, -2 ** 63 - 1, 2 ** 64, -2 ** 70]:
        for name, function in (('hex', hex), ('oct', oct), ('bin', bin), ('reprInteger', repr)):
            yield case(name, function, x)


TABLES = {'arithmetic': arithmetic, 'float-text': float_text, 'parsing': parsing}
