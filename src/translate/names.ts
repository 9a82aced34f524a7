import { namedByTexts } from "../analysis/attribute-names.ts";
import type { Facts } from "../analysis/facts.ts";
import { library } from "../library/index.ts";
import { isHookName } from "../library/hooks.ts";
import type { Program } from "../program/program.ts";
import type { PySymbol } from "../program/scope.ts";
import { members } from "../analysis/join.ts";

/** Words that cannot name a variable in a TypeScript module, and globals that emitted code uses. */
const taken: ReadonlySet<string> = new Set(
  (
    "abstract any arguments as async await boolean break case catch class const constructor continue debugger declare default delete do else " +
    "enum eval export extends false finally for from function get global if implements import in infer instanceof interface is keyof let " +
    "module namespace never new null number object of override package private protected public readonly require return satisfies set " +
    "static string super switch symbol this throw true try type typeof undefined unique unknown using var void while with yield " +
    "AbortController AbortSignal Array ArrayBuffer BigInt Boolean Buffer Date Error Function Headers Infinity Iterable Iterator JSON Map Math " +
    "NaN Number Object Promise Proxy RangeError ReferenceError Reflect RegExp Request Response Set String Symbol SyntaxError TypeError " +
    "URL URLSearchParams Uint8Array WeakMap WeakSet console fetch globalThis isFinite isNaN parseFloat parseInt performance process " +
    "queueMicrotask setTimeout clearTimeout setInterval structuredClone error"
  ).split(" "),
);

/** Contextual keywords that are fine as property names and variables alike. */
const harmless: ReadonlySet<string> = new Set(
  "abstract as async declare from get global infer is keyof module namespace never number object of override readonly require set string symbol type unique unknown using".split(
    " ",
  ),
);

/** What every object or Error has in JavaScript. */
const ownProperties: ReadonlySet<string> = new Set([
  "constructor",
  "message",
  "stack",
  "cause",
  "toString",
  "valueOf",
  "hasOwnProperty",
]);

/** What every class has in JavaScript. */
const ofEveryClass: readonly string[] = ["name", "length", "prototype", "caller", "arguments"];

/** What the runtime's exceptions have beyond an Error's own. */
const exceptionProperties: readonly string[] = ["name", "qualifiedName"];

/** What the runtime's named tuples have under names which Python's have not. */
const ofNamedTuples: readonly string[] = [...Object.getOwnPropertyNames(Array.prototype), "asDict", "replaced"];

/**
 * Python identifiers to TypeScript identifiers, one map for the whole program, so that what one file exports is what another imports.
 * Injective: two Python names never become one.
 */
export class Names {
  private readonly map = new Map<string, string>();
  private readonly used = new Set<string>();
  /** Every word of the program's text. */
  private readonly identifiers: ReadonlySet<string>;
  /** The Python name behind each property. */
  private readonly properties = new Map<string, string>();
  /** Attributes that texts name, which are theirs. */
  private readonly named: ReadonlySet<string>;
  private readonly naming: "camel" | "preserve";
  /** What classes of the program use for something else than those of the runtime that they derive from. */
  private readonly reserved = new Set<string>();

  constructor(program: Program, facts: Facts, naming: "camel" | "preserve") {
    this.naming = naming;
    for (const cls of facts.classes.values()) {
      if (cls.libraryBase === null || !library.isException(cls.libraryBase)) continue;
      const text = cls.module.source.text.slice(cls.node.start, cls.node.end);
      for (const name of exceptionProperties)
        if (new RegExp(`\\.${name}\\b|\\bdef ${name}\\b|^\\s+${name}\\s*=`, "m").test(text)) this.reserved.add(name);
    }
    for (const cls of facts.classes.values()) {
      const internal = cls.part?.k === "tuple" ? ofNamedTuples : library.internalNames(cls.libraryBase ?? "");
      if (internal.length === 0) continue;
      const own = new Set([...cls.attributes.keys(), ...cls.methods.keys()].map((name) => this.spelling(name)));
      for (const name of internal) if (own.has(name)) this.reserved.add(name);
    }
    // A static member of such a name would hide what every class has of it.
    for (const cls of facts.classes.values())
      for (const name of ofEveryClass)
        if (cls.classAttributes.has(name) || (cls.methods.get(name)?.fn.binding ?? "instance") !== "instance")
          this.reserved.add(name);
    this.named = namedByTexts(facts);
    this.identifiers = new Set(program.modules.flatMap(({ source }) => source.text.match(/[A-Za-z_]\w*/g) ?? []));
    const names = new Set<string>();
    for (const module of program.modules) {
      for (const scope of module.bindings.scopes.values()) {
        for (const [name, symbol] of scope.symbols) if (!leavesNothing(symbol, facts)) names.add(name);
      }
    }
    // Names that stay as they are have the first claim on their spelling.
    const sorted = [...names].toSorted();
    for (const name of sorted) if (this.spelling(name) === name) this.claim(name);
    for (const name of sorted) this.claim(name);
  }

  /** The TypeScript name of a variable, function, class or parameter. */
  variable(name: string): string {
    return this.map.get(name) ?? this.claim(name);
  }

  /** The same for a name that the translation writes; null for one that only imports of the library bind. */
  claimed(name: string): string | null {
    return this.map.get(name) ?? null;
  }

  /**
   * The name of an attribute or method: only its spelling changes, property names cannot clash with globals but with an Error's own, and
   * with another name of the program that is spelled so already.
   */
  property(name: string): string {
    // The runtime asks for it by this name.
    if (isHookName(name)) {
      this.properties.set(camelCase(name), name);
      return camelCase(name);
    }
    let spelled = this.named.has(name) ? name : this.spelling(name);
    const owner = this.properties.get(spelled) ?? name;
    if (
      ownProperties.has(spelled) ||
      this.reserved.has(spelled) ||
      (spelled !== name && this.identifiers.has(spelled)) ||
      owner !== name
    )
      spelled += "_";
    this.properties.set(spelled, name);
    return spelled;
  }

  /** The function that assigns a module variable for other files: `retry_limit` → `setRetryLimit`. */
  setter(name: string): string {
    const variable = this.variable(name);
    let spelled = `set${variable[0]?.toUpperCase() ?? ""}${variable.slice(1)}`;
    while (this.used.has(spelled)) spelled += "_";
    return spelled;
  }

  /** Whether some variable of the program has this TypeScript name. */
  isUsed(name: string): boolean {
    return this.used.has(name);
  }

  private claim(name: string): string {
    const known = this.map.get(name);
    if (known) return known;
    let spelled = this.spelling(name);
    while ((taken.has(spelled) && !harmless.has(spelled)) || this.used.has(spelled)) spelled += "_";
    this.map.set(name, spelled);
    this.used.add(spelled);
    return spelled;
  }

  private spelling(name: string): string {
    if (this.naming === "preserve") return name;
    return camelCase(name);
  }
}

/** A name that only imports of the library bind: the translation never writes it, so what comes in its place may have it. */
const leavesNothing = (symbol: PySymbol, facts: Facts): boolean =>
  symbol.writes.length > 0 &&
  symbol.writes.every((write) => "asname" in write.node) &&
  members(facts.variable(symbol).type).length > 0 &&
  members(facts.variable(symbol).type).every(
    (m) => m.k === "libfn" || m.k === "libclass" || (m.k === "module" && !m.local && library.hasModule(m.name)),
  );

/** `fetch_url` → `fetchUrl`; `MAX_TRIES`, `Client`, `_private`, `__init__` stay. */
export function camelCase(name: string): string {
  const [, leading = "", core = "", trailing = ""] = /^(_*)(.*?)(_*)$/.exec(name) ?? [];
  if (!core.includes("_") || /^[A-Z0-9_]+$/.test(core) || (leading === "__" && trailing === "__")) return name;
  const joined = core.replace(/_+([a-zA-Z0-9])/g, (_, letter: string) => letter.toUpperCase());
  return leading + joined + trailing;
}
