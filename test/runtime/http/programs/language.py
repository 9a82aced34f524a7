# -*- coding: utf-8 -*-
"""Language facts that retry scripts use (contract 16)."""
import json


def row1():
    print repr(str(0.1))


def row2():
    print repr(repr(0.1))


def row3():
    print repr(str(1.0))


def row4():
    print repr(str(1e16))


def row5():
    print repr(repr(1e16))


def row6():
    print repr(str(1e15))


def row7():
    print repr(str(1e12))


def row8():
    print repr(str(1e11))


def row9():
    print repr(str(123456789012.5))


def row10():
    print repr(repr(123456789012.5))


def row11():
    print repr(str(1/3.0))


def row12():
    print repr(repr(1/3.0))


def row13():
    print repr(str(2/3.0))


def row14():
    print repr(str(1e-5))


def row15():
    print repr(str(0.0001))


def row16():
    print repr(str(1e22))


def row17():
    print repr(str(-0.0))


def row18():
    print repr(str(float('inf')))


def row19():
    print repr(str(float('nan')))


def row20():
    print repr(str(1.5*2))


def row21():
    print repr(str(0.1+0.2))


def row22():
    print repr(repr(0.1+0.2))


def row23():
    print repr(str(1234567.891))


def row24():
    print repr(str(3.14159265358979))


def row25():
    print repr(str(100000000000000000000))


def row26():
    print repr(repr(100000000000000000000))


def row27():
    print repr(repr(2**62))


def row28():
    print repr(repr(2**63))


def row29():
    print repr(repr(5L))


def row30():
    print repr(7/2)


def row31():
    print repr(-7/2)


def row32():
    print repr(7/-2)


def row33():
    print repr(-7%3)


def row34():
    print repr(7%-3)


def row35():
    print repr(-7.5%3)


def row36():
    print repr(7//2.0)


def row37():
    print repr(2**-1)


def row38():
    print repr(2**10)


def row39():
    print repr(2**100)


def row40():
    print repr(1/0)


def row41():
    print repr(1.0/0)


def row42():
    print repr(1%0)


def row43():
    print repr(round(2.5))


def row44():
    print repr(round(0.5))


def row45():
    print repr(round(-2.5))


def row46():
    print repr(round(2.675,2))


def row47():
    print repr(int(-3.7))


def row48():
    print repr(int('12'))


def row49():
    print repr(int(' 12 '))


def row50():
    print repr(int('12.5'))


def row51():
    print repr(int(''))


def row52():
    print repr(int(None))


def row53():
    print repr(float('1e3'))


def row54():
    print repr(float('x'))


def row55():
    print repr(float(' 1.5 '))


def row56():
    print repr(divmod(-7,2))


def row57():
    print repr(True+True)


def row58():
    print repr(min(2**5,60))


def row59():
    print repr(min(1.5,2))


def row60():
    print repr(None<0)


def row61():
    print repr('10'<9)


def row62():
    print repr(9<'10')


def row63():
    print repr([]<())


def row64():
    print repr('%s' % 0.1)


def row65():
    print repr('%s' % 1.0)


def row66():
    print repr('%d' % 3.9)


def row67():
    print repr('%d' % -3.9)


def row68():
    print repr('%d' % '3')


def row69():
    print repr('%d' % True)


def row70():
    print repr('%i' % 5L)


def row71():
    print repr('%5.2f|%-6s|%06d|%+d|%x|%X|%o|%e|%g' )


def row72():
    print repr('%r %s' % (u'x','y'))


def row73():
    print repr('%s' % None)


def row74():
    print repr('%s' % True)


def row75():
    print repr('%s' % [1,'a',u'b',None,1.0])


def row76():
    print repr('%s' % {'a':1})


def row77():
    print repr('%s' % (1,))


def row78():
    print repr('%s %s' % (1,2))


def row79():
    print repr('%s' % (1,2))


def row80():
    print repr('%s %s' % 1)


def row81():
    print repr('%(a)s' % {'a':2})


def row82():
    print repr('%(a)s' % {})


def row83():
    print repr('%s' % u'\xe9')


def row84():
    print repr('%s' % ValueError('x'))


def row85():
    print repr('%r' % ValueError('x'))


def row86():
    print repr(str(ValueError('a','b')))


def row87():
    print repr(str(KeyError('k')))


def row88():
    print repr(str(IOError(2,'m')))


def row89():
    print repr(str(IOError(2,'m','f')))


def row90():
    print repr(str(IOError('x')))


def row91():
    print repr(str(ValueError()))


def row92():
    print repr(str(u'\xe9'))


def row93():
    print repr('%.3f' % 2.0005)


def row94():
    print repr('%.0f' % 0.5)


def row95():
    print repr('%.0f' % 1.5)


def row96():
    print repr(repr('it\'s'))


def row97():
    print repr(repr('a"b\'c'))


def row98():
    print repr(repr('\n\t\x00\xff'))


def row99():
    print repr(repr(u'\xe9\u20ac'))


def row100():
    print repr(repr(True))


def row101():
    print repr(repr((1,)))


def row102():
    print repr(repr([]))


def row103():
    print repr(repr(set([1])))


def row104():
    print repr(str({'b':1,'a':[1.0,None,True,u'x']}))


def row105():
    print repr(str(['é']))


def row106():
    print repr(str(Exception))


def row107():
    print repr(str(object))


def row108():
    print repr(json.dumps({'a':1,'b':[1,2]}))


def row109():
    print repr(json.dumps({'b':1,'a':2},sort_keys=True))


def row110():
    print repr(json.dumps(indent=2))


def row111():
    print repr(json.dumps(u'\xe9'))


def row112():
    print repr(json.dumps('\xc3\xa9'))


def row113():
    print repr(json.dumps('\xe9'))


def row114():
    print repr(json.dumps(1.0))


def row115():
    print repr(json.dumps(0.1))


def row116():
    print repr(json.dumps(1e16))


def row117():
    print repr(json.dumps(1e400))


def row118():
    print repr(json.dumps(None/True))


def row119():
    print repr(json.dumps(2**64))


def row120():
    print repr(json.dumps((1,2)))


def row121():
    print repr(json.dumps({1:2,None:3}))


def row122():
    print repr(json.dumps({True:1,None:2,1.5:3}))


def row123():
    print repr(json.dumps({(1,):1}))


def row124():
    print repr(json.dumps(set()))


def row125():
    print repr(json.dumps('</a>\x7f\u2028'))


def row126():
    print repr(json.loads('{"a":1}'))


def row127():
    print repr(json.loads(''))


def row128():
    print repr(json.loads('{'))


def row129():
    print repr(json.loads('[1,]'))


def row130():
    print repr(json.loads('<html>'))


def row131():
    print repr(json.loads('NaN'))


def row132():
    print repr(json.loads('{} x'))


def row133():
    print repr(json.loads('\xe9'))


def row134():
    print repr(json.loads(' 1 '))


def row135():
    print repr(json.loads("{'a':1}"))


def divisions():
    for a, b in [(7, 2), (-7, 2), (7, -2), (-7, -2), (6, 3), (0, 5)]:
        print a // b, a % b, divmod(a, b), a / float(b)


def dumped():
    print json.dumps({'a': 1, 'b': {}}), json.dumps([None, True, False]), json.dumps(u'\xe9\u20ac'), json.dumps((1, 2))
    print json.dumps({'a': [1, 2], 'b': {}}, indent=2)
    print json.dumps({'a': [1, 2]}, separators=(',', ':')), json.dumps({'b': 1, 'a': 2}, sort_keys=True)
    print json.dumps(float('nan')), json.dumps(0.1 + 0.2), json.dumps(10.0 ** 16)


def printed():
    print 'a', 'b', 1, 1.0, None, True, u'x', [1, 'a', u'b\xe9', 0.1], {'k': 1.0}, (1,)
    print ('t', 'u')
    print 'half',
    print 'line'


def sleeping():
    import time
    time.sleep(0)
    try:
        time.sleep(-1)
    except IOError as e:
        print e.errno, e
