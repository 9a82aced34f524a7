import { expect, test } from "vitest";
import { parseStderr } from "../../src/verify/stderr.ts";

const frames = '  File "/x/a.py", line 3, in <module>\n    main()\n';

test.each([
  ["nothing", "", "", null],
  ["a program's own words", "usage: x\nError: y\n", "usage: x\nError: y\n", null],
  [
    "a traceback",
    `warned\nTraceback (most recent call last):\n${frames}urllib2.URLError: <urlopen error x>\n`,
    "warned\n",
    "urllib2.URLError: <urlopen error x>",
  ],
  ["an exception without a text", `Traceback (most recent call last):\n${frames}ValueError\n`, "", "ValueError"],
  ["a message of two lines", `Traceback (most recent call last):\n${frames}ValueError: a\n  b\n`, "", "ValueError: a"],
  [
    "a traceback that the program printed, and its own end",
    `Traceback (most recent call last):\n${frames}IOError: first\ngoing on\nTraceback (most recent call last):\n${frames}KeyError: 'k'\n`,
    `Traceback (most recent call last):\n${frames}IOError: first\ngoing on\n`,
    "KeyError: 'k'",
  ],
  [
    "Node's report",
    "warned\n/x/a.ts:3\n  throw new Error('x');\n        ^\n\nValueError: a\n    at main (/x/a.ts:3:9) {\n  code: 1\n}\n\nNode.js v20.20.2\n",
    "warned\n",
    "ValueError: a",
  ],
  [
    "Node's report of a rejected promise",
    "node:internal/process/promises:288\n            triggerUncaughtException(err, true /* fromPromise */);\n            ^\n\nsocket.error: [Errno 104] x\n    at a\n",
    "",
    "socket.error: [Errno 104] x",
  ],
])("%s", (_, text, own, exception) => {
  expect(parseStderr(text)).toEqual({ own, exception });
});
