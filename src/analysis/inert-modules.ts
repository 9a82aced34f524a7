import { importedAliases } from "../program/bind.ts";
import type { Program, ProgramModule } from "../program/program.ts";
import { isMainGuard } from "../program/main-guard.ts";
import { resolveModule } from "../program/resolve-module.ts";
import type * as py from "../python/ast.ts";
import { walk } from "../python/walk.ts";
import type { Facts } from "./facts.ts";
import { isText } from "./kinds.ts";
import { members } from "./join.ts";

/** Library functions and classes that only make a value, whenever they are called. */
const MAKERS =
  /^(builtins\.(dict|list|tuple|set|frozenset|str|unicode|int|long|float|bool|len|range|xrange|sorted|zip|object|min|max|sum|chr|ord|abs|round|property|staticmethod|classmethod)|re\.(compile|escape)|logging\.(getLogger|NullHandler)|collections\.\w+|os\.path\.(join|dirname|basename|abspath|realpath|normpath|splitext|expanduser)|datetime\.\w+|time\.time|threading\.(R?Lock|Event|Condition|local)|Queue\.\w+|urllib2?\.(quote|quote_plus|urlencode|Request|build_opener|\w+Handler|HTTPCookieProcessor)|urlparse\.\w+|cookielib\.\w+|StringIO\.StringIO|cStringIO\.StringIO|string\.\w+|itertools\.\w+|operator\.\w+|functools\.\w+|decimal\.\w+|struct\.\w+|exceptions\.\w+)$/;

/** What changes while a program runs, and is read from the library. */
const STATE = /^(os\.environ|sys\.(std\w+|path|modules|exc_info))$/;

/**
 * Which modules do nothing when they are imported that depends on when: they define functions, classes and constants. It does not matter
 * then that an ECMAScript module runs before the file that imports it, and Python's in the middle of that file.
 */
export class InertModules {
  private readonly program: Program;
  private readonly facts: Facts;
  private readonly imports = new Map<ProgramModule, ReadonlySet<ProgramModule>>();
  private readonly known = new Map<ProgramModule, boolean>();

  constructor(program: Program, facts: Facts) {
    this.program = program;
    this.facts = facts;
  }

  isInert(module: ProgramModule): boolean {
    const known = this.known.get(module);
    if (known !== undefined) return known;
    // Modules that import each other: what is being looked at is asked for its own part only.
    this.known.set(module, true);
    const inert = module.tree.body.every((statement) => this.isInertStatement(module, statement));
    this.known.set(module, inert);
    return inert;
  }

  /** Whether importing `from` comes to `to`, by whatever imports they have. */
  leadsTo(from: ProgramModule, to: ProgramModule): boolean {
    const seen = new Set([from]);
    for (const module of seen) {
      if (module === to) return true;
      for (const imported of this.importsOf(module)) seen.add(imported);
    }
    return false;
  }

  private importsOf(module: ProgramModule): ReadonlySet<ProgramModule> {
    let imports = this.imports.get(module);
    if (!imports) {
      const aliases = [...module.bindings.symbols.keys()].filter((node) => "asname" in node);
      imports = new Set(aliases.flatMap((alias) => this.facts.imports.get(alias as py.Alias) ?? []));
      this.imports.set(module, imports);
    }
    return imports;
  }

  isInertStatement(module: ProgramModule, node: py.Statement): boolean {
    const block = (body: py.Block | null): boolean =>
      !body || body.body.every((statement) => this.isInertStatement(module, statement));
    const inert = (e: py.Expression | null): boolean => !e || this.isInertExpression(e);
    switch (node.kind) {
      case "FunctionDef":
        return (
          node.decorators.every(inert) &&
          [...node.params.positional, ...node.params.kwonly].every((p) => inert(p.default))
        );
      case "ClassDef":
        return node.decorators.length === 0 && node.bases.every(inert) && block(node.body);
      case "Assign":
        return inert(node.value) && node.targets.every(isNames);
      case "AugAssign":
        return inert(node.value) && isNames(node.target);
      case "Import":
        return node.names.every(({ name }) => {
          const target = resolveModule(this.program, module, name);
          return !target || this.isInert(target);
        });
      case "ImportFrom":
        return this.isInertImport(module, node);
      case "If":
        if (isMainGuard(module.bindings, node.test)) return block(node.orelse);
        return inert(node.test) && block(node.body) && block(node.orelse);
      case "Try":
        return [node.body, ...node.handlers.map((h) => h.body), node.orelse, node.finalbody].every(block);
      case "Expr":
        return node.value.kind === "Str" || (isPathChange(node.value, this.facts) && node.value.args.every(inert));
      case "For":
        return inert(node.iter) && isNames(node.target) && block(node.body) && block(node.orelse);
      case "Pass":
      case "Global":
        return true;
      default:
        return false;
    }
  }

  private isInertImport(module: ProgramModule, node: py.ImportFrom): boolean {
    const target = resolveModule(this.program, module, node.module, node.level);
    if (target && !this.isInert(target)) return false;
    return importedAliases(module.bindings, node).every((alias) => {
      const imported = this.facts.imports.get(alias);
      return !imported || imported === target || this.isInert(imported);
    });
  }

  private isInertExpression(expression: py.Expression): boolean {
    let inert = true;
    walk(expression, (node) => {
      if (node.kind === "Lambda") return false;
      inert &&= this.isInertHere(node);
      return inert;
    });
    return inert;
  }

  /** The same of an expression of which all parts are. */
  private isInertHere(e: py.Node): boolean {
    switch (e.kind) {
      case "Yield":
      case "Await":
        return false;
      case "Attribute":
        return !members(this.facts.typeOf(e.value)).some((m) => m.k === "module" && STATE.test(`${m.name}.${e.attr}`));
      case "Call": {
        if (e.func.kind === "Attribute" && isText(this.facts.typeOf(e.func.value))) return true;
        const callees = members(this.facts.typeOf(e.func));
        return (
          callees.length > 0 && callees.every((m) => (m.k === "libfn" || m.k === "libclass") && MAKERS.test(m.name))
        );
      }
      default:
        return true;
    }
  }
}

const isNames = (target: py.Expression): boolean =>
  target.kind === "Name" || ((target.kind === "Tuple" || target.kind === "List") && target.elts.every(isNames));

/** `sys.path.insert(0, here)`: where modules are found is settled when they are translated. */
const isPathChange = (e: py.Expression, facts: Facts): e is py.Call =>
  e.kind === "Call" &&
  e.func.kind === "Attribute" &&
  e.func.value.kind === "Attribute" &&
  e.func.value.attr === "path" &&
  members(facts.typeOf(e.func.value.value)).some((m) => m.k === "module" && m.name === "sys");
