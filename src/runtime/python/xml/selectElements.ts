import { PySyntaxError } from "../exceptions/PySyntaxError.ts";
import { KeyError } from "../exceptions/KeyError.ts";
import { reprStr } from "../repr/reprStr.ts";
import type { Element } from "./Element.ts";

/** What prefixes in a path stand for. */
export type Namespaces = ReadonlyMap<string, string>;

/** A step of a path: of what was found so far, what it finds. */
type Select = (found: Iterable<Element>, root: Element) => Iterable<Element>;

/** An operator, or a name where it is empty: those that ElementPath's expression tells apart. */
type Token = readonly [operator: string, name: string];

/** The elements that a path of 2.7.18's ElementPath finds, looked for as they are asked for. */
export function selectElements(element: Element, path: string, namespaces: Namespaces | null): Iterable<Element> {
  const whole = path.endsWith("/") ? `${path}*` : path;
  if (whole.startsWith("/")) throw new PySyntaxError("cannot use absolute path on element");
  const tokens = tokenize(whole, namespaces);
  const steps: Select[] = [];
  let token = tokens.next();
  while (!token.done) {
    steps.push(step(token.value, tokens));
    token = tokens.next();
    if (!token.done && token.value[0] === "/") {
      token = tokens.next();
      if (token.done) break;
    }
  }
  return steps.reduce<Iterable<Element>>((found, select) => select(found, element), [element]);
}

function* tokenize(path: string, namespaces: Namespaces | null): Generator<Token, undefined> {
  const pattern = /('[^']*'|"[^"]*"|::|\/\/?|\.\.|\(\)|[/.*:[\]()@=])|((?:\{[^}]+\})?[^/[\]()@= \t-\r]+)|[ \t-\r]+/g;
  for (const [, operator = "", name = ""] of path.matchAll(pattern)) {
    const colon = name.startsWith("{") ? -1 : name.indexOf(":");
    if (colon < 0) yield [operator, name];
    else {
      const prefix = name.slice(0, colon);
      const uri = namespaces?.get(prefix);
      if (uri === undefined) throw new PySyntaxError(`prefix ${reprStr(prefix)} not found in prefix map`);
      yield [operator, `{${uri}}${name.slice(colon + 1)}`];
    }
  }
}

function step([operator, name]: Token, tokens: Generator<Token, undefined>): Select {
  switch (operator) {
    case "":
      return children((e) => e.tag === name);
    case "*":
      return children(() => true);
    case ".":
      return (found) => found;
    case "..":
      return parents;
    case "//": {
      const next = tokens.next();
      if (next.done) throw new PySyntaxError("invalid path");
      if (next.value[0] !== "*" && next.value[0] !== "") throw new PySyntaxError("invalid descendant");
      return descendants(next.value[0] || next.value[1]);
    }
    case "[":
      return predicate(tokens);
    default:
      // Python's table of operators has no such key, which nothing catches.
      throw new KeyError(operator);
  }
}

const children = (wanted: (element: Element) => boolean): Select =>
  function* (found) {
    for (const element of found) for (const child of element) if (wanted(child)) yield child;
  };

const descendants = (tag: string): Select =>
  function* (found) {
    for (const element of found) for (const e of element.iter(tag)) if (e !== element) yield e;
  };

function parentMap(root: Element): Map<Element, Element> {
  const map = new Map<Element, Element>();
  for (const parent of root.iter()) for (const child of parent) map.set(child, parent);
  return map;
}

function* parents(found: Iterable<Element>, root: Element): Generator<Element, undefined> {
  const map = parentMap(root);
  const seen = new Set<Element>();
  for (const element of found) {
    const parent = map.get(element);
    if (!parent || seen.has(parent)) continue;
    seen.add(parent);
    yield parent;
  }
}

const keep = (wanted: (element: Element, root: Element) => boolean): Select =>
  function* (found, root) {
    for (const element of found) if (wanted(element, root)) yield element;
  };

/** `[@a]`, `[@a='v']`, `[tag]`, `[tag='v']`, `[1]`, `[last()]`, `[last()-1]` */
function predicate(tokens: Generator<Token, undefined>): Select {
  let signature = "";
  const parts: string[] = [];
  for (;;) {
    const token = tokens.next();
    if (token.done) throw new PySyntaxError("invalid path");
    const [operator, name] = token.value;
    if (operator === "]") break;
    const quoted = /^['"]/.test(operator);
    signature += quoted ? "'" : operator || "-";
    parts.push(quoted ? operator.slice(1, -1) : name);
  }
  const [first = "", second = "", third = ""] = parts;
  const value = parts.at(-1) ?? "";
  const isNumber = /^\d+$/.test(first);
  if (signature === "@-") return keep((e) => e.get(second) !== null);
  if (signature === "@-='") return keep((e) => e.get(second) === value);
  if (signature === "-" && !isNumber) return keep((e) => e.find(first) !== null);
  if (signature === "-='" && !isNumber)
    return keep((e) => e.findall(first).some((child) => [...child.itertext()].join("") === value));
  if (signature !== "-" && signature !== "-()" && signature !== "-()-") throw new PySyntaxError("invalid predicate");
  if (signature !== "-" && first !== "last") throw new PySyntaxError("unsupported function");
  if (signature === "-()-" && !/^[-+]?\d+$/.test(third)) throw new PySyntaxError("unsupported expression");
  const index = signature === "-()" ? -1 : Number(signature === "-" ? first : third) - 1;
  return keep((e, root) => {
    const parent = parentMap(root).get(e);
    return parent?.findall(e.tag).at(index) === e;
  });
}
