import { expect, it } from "vitest";
import { translate } from "../../src/index.ts";

// What comes along with the smallest script has to grow for a reason.
it("a script with one urlopen and one except gets little of the runtime", async () => {
  const source = [
    "import urllib2",
    "try:",
    "    print urllib2.urlopen('http://127.0.0.1:8080/').read()",
    "except urllib2.URLError, e:",
    "    print 'failed:', e.reason",
    "",
  ].join("\n");
  const { runtime: files } = await translate(source, { path: "fetch.py" });
  const lines = files.flatMap(({ text }) => text.trimEnd().split("\n"));
  const unused =
    /cookies|auth\/|opener|urllib\/|connection\/|tls\/|mime|containers|dynamic|format|iteration|BodyReader/;
  expect(files.map(({ path }) => path).filter((path) => unused.test(path))).toEqual([]);
  expect(lines.length).toBeLessThan(1_950);
});
