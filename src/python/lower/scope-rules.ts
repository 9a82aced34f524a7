import type { Expression, FunctionDef, Node, Parameters, Span, Statement, SyntaxProblem } from "../ast.ts";
import { targetNames, targetsOf } from "../targets.ts";
import { allParameters } from "../parameters.ts";
import { children } from "../walk.ts";

/** Names of one function, class or comprehension, as far as CPython 2.7's symbol table needs them to refuse a file. */
interface Scope {
  readonly name: string;
  readonly isFunction: boolean;
  /** Inside a function. */
  readonly nested: boolean;
  readonly parameters: Set<string>;
  readonly bound: Set<string>;
  readonly globals: Map<string, Span>;
  readonly used: Set<string>;
  readonly deleted: Map<string, Span>;
  readonly inner: Scope[];
  /** `exec` without a namespace, or `import *`. */
  unoptimized: { readonly what: string; readonly span: Span } | null;
}

/**
 * What CPython 2.7 refuses about the names of a function and of those inside it (`symtable.c`): a parameter declared global, a bare
 * `exec` or `import *` beside a nested function with free variables, and the deletion of a variable that a nested function uses. The
 * last two only where `python2`.
 */
export function scopeProblem(definition: FunctionDef, python2: boolean): SyntaxProblem | null {
  const outermost = scopeOf(definition.name, true, false);
  addFunction(definition, outermost);
  const waiting: { readonly scope: Scope; readonly globals: ReadonlySet<string> }[] = [
    { scope: outermost, globals: new Set() },
  ];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    const { scope, globals } = next;
    const problem = problemOf(scope, globals, python2);
    if (problem !== null) return problem;
    const within = globalsWithin(scope, globals);
    for (const inner of scope.inner) waiting.push({ scope: inner, globals: within });
  }
  return null;
}

function problemOf(scope: Scope, globals: ReadonlySet<string>, python2: boolean): SyntaxProblem | null {
  for (const [name, span] of scope.globals) {
    if (scope.parameters.has(name)) return { message: `'${name}' is a parameter and declared global`, span };
  }
  if (!python2 || !scope.isFunction) return null;
  if (scope.unoptimized !== null) {
    const { what, span } = scope.unoptimized;
    if (scope.inner.some((inner) => hasFree(inner, globalsWithin(scope, globals)))) {
      return { message: `${what} beside a nested function with free variables`, span };
    }
    if (isFree(scope, globals)) return { message: `${what} in a nested function`, span };
  }
  for (const [name, span] of scope.deleted) {
    const isCell = !scope.globals.has(name) && scope.inner.some((inner) => reads(inner, name));
    if (isCell) return { message: `'${name}' cannot be deleted: a nested function uses it`, span };
  }
  return null;
}

/** Whether a scope inside a function uses a name that is not its own. */
function isFree(scope: Scope, globals: ReadonlySet<string>): boolean {
  if (!scope.nested) return false;
  return [...scope.used].some((name) => !scope.bound.has(name) && !scope.globals.has(name) && !globals.has(name));
}

function hasFree(scope: Scope, globals: ReadonlySet<string>): boolean {
  return isFree(scope, globals) || scope.inner.some((inner) => hasFree(inner, globalsWithin(scope, globals)));
}

/** Names that are global to the scopes inside because this one, or one around it, declares them so. */
function globalsWithin(scope: Scope, globals: ReadonlySet<string>): ReadonlySet<string> {
  return new Set([...[...globals].filter((name) => !scope.bound.has(name)), ...scope.globals.keys()]);
}

/** Whether a name that a scope or one inside it uses is the one of the function around. */
function reads(scope: Scope, name: string): boolean {
  if (scope.globals.has(name)) return false;
  if (scope.bound.has(name) && scope.isFunction) return false;
  if (scope.used.has(name) && !scope.bound.has(name)) return true;
  return scope.inner.some((inner) => reads(inner, name));
}

function scopeOf(name: string, isFunction: boolean, nested: boolean): Scope {
  return {
    name,
    isFunction,
    nested,
    parameters: new Set(),
    bound: new Set(),
    globals: new Map(),
    used: new Set(),
    deleted: new Map(),
    inner: [],
    unoptimized: null,
  };
}

function innerScope(outer: Scope, name: string, isFunction: boolean): Scope {
  const scope = scopeOf(name, isFunction, outer.nested || outer.isFunction);
  outer.inner.push(scope);
  return scope;
}

function addFunction({ params, body }: FunctionDef, scope: Scope): void {
  addParameters(params, scope);
  addAll(body.body, scope);
}

function addParameters(parameters: Parameters, scope: Scope): void {
  for (const each of allParameters(parameters)) {
    for (const name of targetNames(each.target)) {
      scope.parameters.add(name);
      scope.bound.add(name);
    }
  }
}

function addAll(nodes: readonly Node[], scope: Scope): void {
  const waiting = [...nodes];
  for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
    if (!addScope(node, scope, waiting)) {
      if (node.kind === "Name") scope.used.add(node.id);
      else bind(node, scope);
      for (const child of children(node)) waiting.push(child);
    }
  }
}

/** Adds a node that is a scope of its own; what of it belongs to the scope around goes to `around`. */
function addScope(node: Node, scope: Scope, around: Node[]): boolean {
  switch (node.kind) {
    case "FunctionDef": {
      scope.bound.add(node.name);
      around.push(...node.decorators, ...defaults(node.params));
      addFunction(node, innerScope(scope, node.name, true));
      return true;
    }
    case "Lambda": {
      around.push(...defaults(node.params));
      const inner = innerScope(scope, "lambda", true);
      addParameters(node.params, inner);
      addAll([node.body], inner);
      return true;
    }
    case "ClassDef": {
      scope.bound.add(node.name);
      around.push(...node.decorators, ...node.bases);
      addAll(node.body.body, innerScope(scope, node.name, false));
      return true;
    }
    case "GeneratorExp":
    case "SetComp":
    case "DictComp": {
      const inner = innerScope(scope, node.kind, true);
      const [first, ...rest] = children(node).filter((each) => each !== node.generators[0]?.iter);
      if (node.generators[0] !== undefined) around.push(node.generators[0].iter);
      for (const { target } of node.generators) for (const name of targetNames(target)) inner.bound.add(name);
      if (first !== undefined) addAll([first, ...rest], inner);
      return true;
    }
    default:
      return false;
  }
}

function defaults({ positional, kwonly }: Parameters): Expression[] {
  return [...positional, ...kwonly].flatMap((each) => each.default ?? []);
}

function bind(node: Node, scope: Scope): void {
  switch (node.kind) {
    case "Import":
      for (const { name, asname } of node.names) scope.bound.add(asname ?? name.split(".")[0]!);
      break;
    case "ImportFrom":
      for (const { name, asname } of node.names) {
        if (name !== "*") scope.bound.add(asname ?? name);
        else scope.unoptimized ??= { what: "'import *'", span: spanOf(node) };
      }
      break;
    case "Exec":
      if (node.globals === null) scope.unoptimized ??= { what: "'exec' without 'in'", span: spanOf(node) };
      break;
    case "Global":
      for (const name of node.names) scope.globals.set(name, spanOf(node));
      break;
    default:
      for (const target of targetsOf(node)) {
        for (const name of targetNames(target)) {
          scope.bound.add(name);
          if (node.kind === "Delete") scope.deleted.set(name, spanOf(node));
        }
      }
  }
}

function spanOf({ start, end }: Statement): Span {
  return { start, end };
}
