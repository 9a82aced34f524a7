# Prints src/python/unicode-names.ts: the characters that CPython 2.7 knows by name (`\N{...}`), but for Hangul syllables and CJK
# ideographs, whose names are computed. Run: python2.7 test/python/record-unicode-names.py > src/python/unicode-names.ts
import collections
import json
import unicodedata

DIGITS = ''.join(chr(code) for code in range(33, 127) if chr(code) not in '"\\`$')


def number(value, width):
    text = ''
    for _ in range(width):
        value, digit = divmod(value, len(DIGITS))
        text = DIGITS[digit] + text
    return text


def main():
    names = []
    ranges = []
    for code in range(0x110000):
        character = ('\\U%08x' % code).decode('unicode-escape')
        name = unicodedata.name(character, '')
        if name == '' or name.startswith('HANGUL SYLLABLE '):
            continue
        if name == 'CJK UNIFIED IDEOGRAPH-%X' % code:
            if ranges and ranges[-1][1] == code - 1:
                ranges[-1][1] = code
            else:
                ranges.append([code, code])
            continue
        names.append((code, name))
    counts = collections.Counter(word for _, name in names for word in name.split(' '))
    words = sorted(counts, key=lambda word: (-counts[word], word))
    # The commonest words are one digit, the others three, the first of which is one of the last three digits.
    short = len(DIGITS) - 3
    index = dict((word, at) for at, word in enumerate(words))
    lines = []
    previous = -1
    for code, name in names:
        text = ''
        for word in name.split(' '):
            at = index[word]
            if at < short:
                text += DIGITS[at]
            else:
                high, low = divmod(at - short, len(DIGITS) ** 2)
                text += DIGITS[short + high] + number(low, 2)
        lines.append(('' if code == previous + 1 else '%x' % (code - previous)) + ' ' + text)
        previous = code
    print '// Written by test/python/record-unicode-names.py from CPython 2.7\'s unicodedata (Unicode %s).' % unicodedata.unidata_version
    print
    print '/** Digits of the numbers in `names`. */'
    print 'export const digits = %s;' % json.dumps(DIGITS)
    print
    print '/** Ranges of code points, ends included, named `CJK UNIFIED IDEOGRAPH-` and their number in hexadecimal. */'
    print 'export const ideographs: readonly (readonly [first: number, last: number])[] = %s;' % json.dumps(ranges)
    print
    print '/** Words, the commonest first. */'
    print 'export const words = %s;' % json.dumps(' '.join(words))
    print
    print '/** Each name as its distance from the one before (hexadecimal; nothing for 1), a space, and its words by number. */'
    print 'export const names =\n  %s;' % json.dumps('\n'.join(lines))


main()
