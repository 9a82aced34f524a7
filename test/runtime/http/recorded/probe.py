"""Plays cases (one JSON object a line on stdin) with CPython 2.7's urllib2 and writes what happened, one JSON object a line."""
import collections
import httplib
import json
import os
import re
import socket
import ssl
import sys
import urllib
import urllib2


AUTHORITY = os.path.join(os.path.dirname(os.path.abspath(__file__)), '..', 'certificates', 'ca.pem')


class Request(urllib2.Request):
    method = None

    def get_method(self):
        return self.method or urllib2.Request.get_method(self)


def class_name(error):
    kind = type(error)
    return kind.__name__ if kind.__module__ == 'exceptions' else kind.__module__ + '.' + kind.__name__


def describe(error):
    seen = {'class': class_name(error), 'str': str(error), 'repr': repr(error), 'args': repr(error.args)}
    for name in seen:
        seen[name] = re.sub(' at 0x[0-9a-f]+>', '>', seen[name])
        # A label that a 2.7 with a newer OpenSSL makes up.
        seen[name] = re.sub(r'\[SSL: \w+\](?= unexpected eof)', '[SSL]', seen[name])
    # Unicode there, which args do not tell here.
    seen['args'] = seen['args'].replace("u'[SSL", "'[SSL")
    if isinstance(getattr(error, 'errno', None), int):
        seen['errno'] = error.errno
    reason = getattr(error, 'reason', None)
    if reason is not None and not isinstance(error, ssl.SSLError):
        seen['reason'] = describe(reason) if isinstance(reason, Exception) else reason
    if isinstance(error, urllib2.HTTPError):
        seen['answer'] = answer(error)
        seen['reads'] = reads(error, 'read')
    return seen


def answer(response):
    return {'code': response.code, 'msg': getattr(response, 'msg', None), 'url': response.geturl(),
            'x-test': response.info().getheader('X-Test'), 'values': response.info().getheaders('X-Test')}


def reads(response, how):
    seen = []

    def take(call, *args):
        seen.append(call(*args))
        return seen[-1]
    try:
        if how == 'read':
            take(response.read)
            take(response.read)
        elif how == 'pieces':
            while take(response.read, 5):
                pass
        elif how == 'lines':
            for line in response:
                seen.append(line)
        else:
            take(response.read, 3)
            take(response.readline)
            take(response.read, 2)
            take(response.readlines)
            take(response.read)
    except Exception as error:
        seen.append(describe(error))
    return seen


def text(value):
    """Byte strings as text with one byte in each character, all through a value."""
    if isinstance(value, str):
        return value.decode('latin-1')
    if isinstance(value, dict):
        return dict((text(key), text(item)) for key, item in value.items())
    return [text(item) for item in value] if isinstance(value, list) else value


def connect(case, headers, data, options):
    """The same with a connection of httplib; the case's URL is its host and port, then the path."""
    scheme, host, path = re.match('(https?)://([^/]*?:?[^/:]*)(?=/|$)(.*)', case['url'].encode('utf-8'), re.S).groups()
    method = case.get('method', 'POST' if data is not None else 'GET').encode('utf-8')
    try:
        kind = httplib.HTTPSConnection if scheme == 'https' else httplib.HTTPConnection
        connection = kind(host, **options)
        connection.request(method, path, data, headers)
    except Exception as error:
        return {'request': describe(error)}
    try:
        response = connection.getresponse()
    except Exception as error:
        return {'getresponse': describe(error)}
    return {'status': response.status, 'reason': response.reason, 'x-test': response.getheader('X-Test'),
            'headers': [name + ': ' + value for name, value in response.getheaders() if name != 'date'],
            'reads': reads(response, case.get('reads', 'read'))}


def play(case):
    headers = dict((name.encode('utf-8'), value.encode('utf-8')) for name, value in case.get('headers', {}).items())
    data = case['data'].encode('utf-8') if 'data' in case else 'x' * case['size'] if 'size' in case else None
    options = {'timeout': case['timeout']} if 'timeout' in case else {}
    if case.get('tls') == 'ca':
        options['context'] = ssl.create_default_context(cafile=AUTHORITY)
    if case.get('tls') == 'unverified':
        options['context'] = ssl._create_unverified_context()
    if case.get('library') == 'httplib':
        return connect(case, headers, data, options)
    try:
        if case.get('library') == 'urllib':
            response = urllib.urlopen(case['url'].encode('utf-8'), data)
            return {'answer': answer(response), 'reads': reads(response, case.get('reads', 'read'))}
        request = Request(case['url'].encode('utf-8'), data, headers)
        request.method = case.get('method', '').encode('utf-8')
        response = urllib2.urlopen(request, **options)
    except Exception as error:
        return {'open': describe(error)}
    return {'answer': answer(response), 'reads': reads(response, case.get('reads', 'read'))}


for line in iter(sys.stdin.readline, ''):
    case = json.loads(line, object_pairs_hook=collections.OrderedDict)
    socket.setdefaulttimeout(case.get('defaultTimeout'))
    sys.stdout.write(json.dumps(text(play(case)), sort_keys=True) + '\n')
    sys.stdout.flush()
