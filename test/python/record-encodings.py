# Prints src/python/single-byte-encodings.ts: every codec of CPython 2.7 that has one character a byte and ASCII in its lower half, with
# its aliases. Run: python2.7 test/python/record-encodings.py > src/python/single-byte-encodings.ts
import codecs
import encodings
import encodings.aliases
import pkgutil

# Spelled out in encodings.ts, no source encodings, or with characters of two bytes.
LEFT_OUT = (
    'aliases', 'ascii', 'latin_1', 'iso8859_1', 'charmap', 'raw_unicode_escape', 'unicode_escape', 'utf_8', 'utf_8_sig', 'mac_arabic',
    'mac_farsi', 'cp932', 'shift_jis',
)


def upper_half(name):
    """The characters of 0x80 to 0xFF, U+FFFE for none; None if the codec is of another kind."""
    units = []
    for byte in range(256):
        try:
            text = chr(byte).decode(name)
        except UnicodeError:
            text = u'\ufffe'
        except Exception:
            return None
        if not isinstance(text, unicode) or len(text) != 1 or ord(text) > 0xffff:
            return None
        if byte < 0x80:
            if ord(text) != byte:
                return None
        else:
            units.append(ord(text))
    if units.count(0xfffe) > 100:
        return None
    return ''.join('\\u%04x' % unit for unit in units)


def main():
    aliases = {}
    for alias, name in encodings.aliases.aliases.items():
        aliases.setdefault(name, []).append(alias)
    print '// Written by test/python/record-encodings.py from CPython 2.7\'s codecs.'
    print
    print '/** Name and aliases (`_` for every other sign), and the characters of the bytes 0x80 to 0xFF; U+FFFE where there is none. */'
    print 'export const singleByteEncodings: readonly (readonly [names: string, upperHalf: string])[] = ['
    for name in sorted(set(module[1] for module in pkgutil.iter_modules(encodings.__path__))):
        if name in LEFT_OUT:
            continue
        try:
            codecs.lookup(name)
        except LookupError:
            continue
        units = upper_half(name)
        if units is None:
            continue
        names = ' '.join([name] + sorted(aliases.get(name, [])))
        print '  ["%s", "%s"],' % (names, units)
    print '];'


main()
