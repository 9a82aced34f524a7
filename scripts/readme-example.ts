import { translate } from "../src/index.ts";

/** What the README says that its example reports. */
const REPORTED = "A0102, A0104";

/** The README with the TypeScript of its example replaced by the tool's output for the example's Python. */
export async function withCurrentExample(readme: string): Promise<string> {
  const blocks = /(<!-- example[^\n]*\n\n```python\n)(.*?)(```\n.*?```ts\n)(.*?)(```\n)/s;
  const python = blocks.exec(readme)?.[2];
  if (python === undefined) throw new Error("the README has no example");
  const { status, code, diagnostics } = await translate(python, { path: "status.py" });
  const codes = diagnostics.map((d) => d.code).join(", ");
  if (status !== "complete" || codes !== REPORTED) throw new Error(`the README's example reports: ${codes}`);
  return readme.replace(
    blocks,
    (_all, start, source, between, _old, end) => `${start}${source}${between}${code}${end}`,
  );
}
