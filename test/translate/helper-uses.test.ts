import { expect, test } from "vitest";
import { translateFiles } from "../../src/translate-files.ts";

/** How many uses of helpers the translation of a program is said to have. */
async function uses(program: string): Promise<number> {
  const input = { path: "a.py", module: "a", output: "a.ts", bytes: new TextEncoder().encode(program) };
  const [translated] = await translateFiles([input]);
  return translated && "helperCalls" in translated ? translated.helperCalls : Number.NaN;
}

const text = "import sys\nline = sys.stdin.read()\n";

test.each([
  ["a helper at each of its places", `${text}print line.strip(), line.strip().lower()\n`, 3],
  ["one that a comment or a text names", `${text}# strip\nprint 'strip(line)'\n`, 0],
  ["one that another is given", `${text}print [line], repr(line)\n`, 3],
  ["an argument that may not be there", "import sys\nx = sys.argv[1]\nprint int(sys.argv[2])\n", 0],
  [
    "arguments taken apart and handed on",
    "import sys\na, b = sys.argv[1:]\ndef f(x):\n    print x\nf(*sys.argv[1:])\n",
    0,
  ],
  [
    "arguments under the name that main has for them",
    "import sys\ndef main(argv):\n    x = argv[1]\n    print int(argv[2])\nmain(sys.argv)\n",
    0,
  ],
  ["what else is done with an argument", "import sys\nprint sys.argv[1].strip()\n", 1],
  [
    "a list that is none of arguments for some call",
    "import sys\ndef main(argv):\n    print argv[1]\nmain(sys.argv)\nmain(['a', 'b'])\n",
    1,
  ],
  ["an item of another list", "import sys\nprint sys.argv[1]\nprint sys.stdin.readlines()[2]\n", 1],
])("%s", async (_, program, expected) => {
  expect(await uses(program)).toBe(expected);
});
