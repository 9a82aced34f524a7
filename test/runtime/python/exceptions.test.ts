import { readdirSync } from "node:fs";
import { inspect } from "node:util";
import { expect, test } from "vitest";
import { BaseException } from "../../../src/runtime/python/exceptions/BaseException.ts";
import { EnvironmentError } from "../../../src/runtime/python/exceptions/EnvironmentError.ts";
import { Exception } from "../../../src/runtime/python/exceptions/Exception.ts";
import { SystemExit } from "../../../src/runtime/python/exceptions/SystemExit.ts";
import { UntranslatedError } from "../../../src/runtime/python/exceptions/UntranslatedError.ts";
import { ValueError } from "../../../src/runtime/python/exceptions/ValueError.ts";
import { nameOfType } from "../../../src/runtime/python/dynamic/nameOfType.ts";
import { typeName } from "../../../src/runtime/python/dynamic/typeName.ts";
import { repr } from "../../../src/runtime/python/repr/repr.ts";
import { untranslated } from "../../../src/runtime/python/untranslated.ts";
import { decode, list, recorded } from "./decode.ts";

type ExceptionClass = new (...args: never[]) => BaseException;

const folder = new URL("../../../src/runtime/python/exceptions/", import.meta.url);
const classes = new Map<string, ExceptionClass>();
for (const file of readdirSync(folder)) {
  const exported: Record<string, ExceptionClass> = await import(new URL(file, folder).href);
  for (const [name, value] of Object.entries(exported)) classes.set(name.replace(/^Py/, ""), value);
}

function make(name: string, args: unknown[]): BaseException {
  const exceptionClass = classes.get(name);
  if (exceptionClass === undefined) throw new Error(`no class ${name}`);
  return new exceptionClass(...(args as never[]));
}

test("the classes and their bases are Python's", () => {
  for (const { name, bases } of recorded<{ name: string; bases: string[] }>("exception-classes")) {
    const exception = make(name, []);
    const chain: string[] = [];
    for (let at = Object.getPrototypeOf(exception); at !== Error.prototype; at = Object.getPrototypeOf(at)) {
      chain.push(at.constructor.name.replace(/^Py/, ""));
    }
    expect(chain).toEqual(bases);
    expect(exception.name).toBe(name);
    expect(exception).toBeInstanceOf(Error);
  }
});

test("str, repr, args and attributes are Python's", () => {
  type Row = { name: string; given: unknown[]; str: unknown; repr: unknown; args: unknown[]; attributes?: unknown };
  for (const row of recorded<Row>("exceptions")) {
    const exception = make(row.name, list(decode(row.given)));
    const shown = `${row.name}(${JSON.stringify(row.given)})`;
    expect.soft({ result: String(exception) }, shown).toEqual(row.str);
    expect.soft(exception.message, shown).toBe(String(exception));
    expect.soft({ result: repr(exception) }, shown).toEqual(row.repr);
    expect.soft(exception.args, shown).toEqual(decode(row.args));
    if (exception instanceof EnvironmentError) {
      expect.soft([exception.errno, exception.strerror, exception.filename], shown).toEqual(decode(row.attributes));
    }
    if (exception instanceof SystemExit) expect.soft(exception.code, shown).toEqual(decode(row.attributes));
  }
});

test("the stack begins as Python's traceback ends, also for a class that a program makes", () => {
  class FeedError extends Exception {
    override readonly name: string = "FeedError";
    readonly feed: string;

    constructor(feed: string) {
      super(feed);
      this.feed = feed;
    }

    override get qualifiedName(): string {
      return `feeds.${this.name}`;
    }

    override toString(): string {
      return `feed ${this.feed}`;
    }
  }
  const error = new FeedError("news");
  expect(error.stack).toMatch(/^feeds\.FeedError: feed news\n {4}at .*exceptions\.test\.ts/);
  expect(inspect(error)).toMatch(/^feeds\.FeedError: feed news\n/);
  expect(new ValueError().stack).toMatch(/^ValueError\n {4}at /);
  expect(new ValueError("a\nb").stack).toMatch(/^ValueError: a\nb\n {4}at /);
});

test("arguments that are assigned later change the text", () => {
  const error = new ValueError("a");
  error.args = ["b", ...error.args];
  expect([String(error), error.message]).toEqual(["('b', 'a')", "('b', 'a')"]);
});

test("what is not translated throws, and no handler of Python's takes it", () => {
  expect(() => untranslated("U0123", "ftplib.FTP(host)")).toThrow(UntranslatedError);
  expect(new UntranslatedError("U0123", "x")).not.toBeInstanceOf(BaseException);
});

// CPython 2.7: `KeyError() + 1` says 'exceptions.KeyError', while `type(e).__name__` is 'KeyError'.
test("errors call a built-in exception by its module too, and one of the program by its name alone", () => {
  class Own extends Exception {
    override get qualifiedName(): string {
      return "__main__.Own";
    }
  }
  expect([new ValueError("x"), new Own("x")].map((error) => typeName(error))).toEqual(["exceptions.ValueError", "Own"]);
  expect([new ValueError("x"), new Own("x")].map((error) => nameOfType(error))).toEqual(["ValueError", "Own"]);
});
