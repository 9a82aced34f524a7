import { describe, expect, it } from "vitest";
import { openNativeParser } from "../../src/python/native-parser.ts";
import { openWasmParser } from "../../src/python/wasm-parser.ts";
import { constructs, recordedForms } from "./constructs.ts";
import { neutralForm, withoutPlaces } from "./neutral-form.ts";
import { readPython } from "./read-python.ts";

const native = openNativeParser();
const wasm = await openWasmParser();

describe.each([native, wasm])("constructs of Python 2.7, read by the $name parser, are CPython's own", (parser) => {
  const recorded = recordedForms();
  it.each(constructs())("%j", (text) => {
    const { source, module, problems } = readPython(text, parser);
    const expected = recorded[text];
    expect(expected, "not recorded: npm run check:python -- --record").not.toBeUndefined();
    if (expected === null) expect(problems).not.toEqual([]);
    else {
      expect(problems).toEqual([]);
      expect(withoutPlaces(neutralForm(module, source))).toBe(expected);
    }
  });
});

describe("both parsers", () => {
  it("give the same tree to the last offset and comment", () => {
    const text = `${constructs().join("\n")}\nx = u'\u{1F600}'  # \u{1F600}\ny\n`;
    expect(readPython(text, wasm).module).toEqual(readPython(text, native).module);
    expect(readPython(text, wasm).problems).toEqual(readPython(text, native).problems);
  });
});
