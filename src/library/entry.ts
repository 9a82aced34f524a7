import type { ClassInfo } from "../analysis/entities.ts";
import type { RecordShape } from "../analysis/record.ts";
import type { LibType, Type } from "../analysis/types.ts";
import type * as ts from "../emit/tree.ts";
import type { BinaryOperator, CompareOperator } from "../python/ast.ts";
import type * as py from "../python/ast.ts";
import type { Cell, Clock, Fields } from "../analysis/cells.ts";

/** Which of the two runtime barrels an export is in. */
export type Barrel = "http" | "python";

/** What a library rule may ask about the types of a call, by parameter name. */
export interface CallTypes {
  readonly clock: Clock;
  /** The object a method is called on; `never` for functions. */
  readonly receiver: Type;
  has(name: string): boolean;
  /** The argument's type; `never` where it is not given. */
  type(name: string): Type;
  node(name: string): py.Expression | null;
  /** The type of any expression of the call, as it is. */
  typeOf(node: py.Expression): Type;
  /** Names of the arguments that are given, of those that `**name` collects too. */
  names(): readonly string[];
  /** The arguments that `*name` collects. */
  restNodes(): readonly py.Expression[];
  /** Types of the arguments that `*name` collects. */
  rest(name: string): readonly Type[];
  /** `xs` of a call with `*xs`, which only a parameter written `*name*` takes. */
  starNode(): py.Expression | null;
  /** Its type. */
  starType(): Type | null;
  /** `d` of a call with `**d`, which only a parameter written `**name*` takes. */
  kwargsNode(): py.Expression | null;
  /** Its type. */
  kwargsType(): Type | null;
  /** The type that calling a callable argument gives. */
  callResult(callee: Type, args: readonly Type[], keywords?: Readonly<Record<string, Type>>): Type;
  /** Grows a container's cell: the call stores a value in it. */
  store(cell: Cell, type: Type): void;
  /** A value is sent to the generators that an iterator may be of. */
  sends(generator: Type, value: Type): void;
  /** The same under one key of a record. */
  grow(record: RecordShape, key: string, type: Type): void;
}

/** What a library rule builds its TypeScript from. */
export interface CallEmit extends CallTypes {
  readonly receiverTs: ts.Expression;
  ts(name: string): ts.Expression;
  restTs(name: string): readonly ts.Expression[];
  /** The argument as Python's `str()` of it would read. */
  text(name: string): ts.Expression;
  /** A runtime feature; recorded, imported on demand. */
  runtime(barrel: Barrel, name: string): ts.Expression;
  /** A default or namespace import of a Node module: `node("fs", "existsSync")` is an identifier imported from `node:fs`. */
  nodeImport(module: string, name: string): ts.Expression;
  /** What the call gives, by inference. */
  readonly resultType: Type;
  /**
   * A callable argument as a function of values of these types, `asTest` for the truth of what it gives; the reason where that cannot
   * be written. The last of the values are given to it by the names of `keywords`.
   */
  callback(
    name: string,
    types: readonly Type[],
    asTest?: boolean,
    keywords?: readonly string[],
  ): ts.Expression | string;
  /** A function of the program as it is, which the library calls with so many values: it raises then if it does not take them. */
  handed(name: string, count: number): ts.Expression | string;
  /** Going through a value of the type must be awaited. */
  waits(type: Type): boolean;
  /** A generator that an iterator may be of catches what `close()` raises in it. */
  catchesExit(generator: Type): boolean;
  /** The classes of the program that an object of a class may be of: it, and those derived from it. */
  classesOf(cls: ClassInfo): readonly ClassInfo[];
  /** Truth of a value that is translated already. */
  truthOf(value: ts.Expression, type: Type): ts.Expression;
  /** An operator between two arguments, as if it were written in place of the call. */
  operation(op: BinaryOperator | CompareOperator, left: string, right: string): ts.Expression;
  /** Any expression of the same call, translated. */
  translate(node: py.Expression): ts.Expression;
  /** Truth of an expression as Python sees it. */
  truth(node: py.Expression): ts.Expression;
  /** Reports an assumption at the call. */
  assume(code: string, message: string): void;
  /** What the catch clause around the call has caught; null outside of one. */
  caught(): ts.Expression | null;
  /** Reports a hazard at the call. */
  hazard(code: string, message: string): void;
  /** The TypeScript type of a value of this type. */
  tsType(type: Type): ts.TypeNode;
  /** A function that gives Python's `repr` of values of a type. */
  reprOf(type: Type): ts.Expression;
}

/** `string`: the reason why this call has no translation. */
export type Emitted = ts.Expression | string;

/**
 * A function, method or constructor.
 *
 * `params` is a signature in small: `"url:text, data?:text|none, *rest"`. A name with `?` may be left out, one with `~`
 * changes nothing here; what follows the colon are the kinds of type it takes (see `parseSignature`), any when absent. Python's own names,
 * so that keywords match.
 */
export interface FunctionEntry {
  readonly kind: "function";
  readonly params: string;
  readonly result: Type | ((call: CallTypes) => Type);
  /** Its call must be awaited; `inside`: what it is written as awaits by itself. */
  readonly async?: boolean | "inside";
  /** It takes iterators whose items must be awaited, and minds that itself. */
  readonly takesWaiting?: boolean;
  /** The runtime's own method where it takes the same arguments in the same order: handed on as a value it is that one. */
  readonly native?: string;
  /** The runtime's own function where it is called alike: what the name stands for where it is used as a value. */
  readonly reference?: { readonly barrel: Barrel; readonly name: string };
  /** It waits only where this argument is one of these library types: a response, not a file. */
  readonly waitsFor?: { readonly parameter: string; readonly types: readonly string[] };
  /** What it does depends on the class of its argument, also of one that derives from a container. */
  readonly asksClass?: true;
  /** What it asks a container for by these methods, which a class of the program may override. */
  readonly asksMethods?: readonly string[];
  /** What is called on the function itself: `chain.from_iterable`. */
  readonly statics?: Readonly<Record<string, Entry>>;
  /** Of an object of the library: it reads what the object has, and raises nothing where the name that it is given is a literal. */
  readonly quiet?: true;
  /** It asks what it is given for its length alone. */
  readonly counts?: true;
  /** It runs the functions that it is given by itself, those that await too. */
  readonly runsCallbacks?: true;
  /**
   * A call with `*args` or `**kwargs`: the runtime's function that makes of them, and of what is given beside them, the arguments of
   * what the call becomes. Absent: such calls are refused.
   */
  readonly spread?: {
    readonly barrel?: Barrel;
    readonly feature: string;
    /** What it gives then, where that goes by its arguments otherwise. */
    readonly result?: Type;
    /** It takes no `**kwargs`. */
    readonly onlyPositional?: true;
    readonly emit: (context: Pick<CallEmit, "runtime" | "receiverTs">, args: ts.SpreadElement) => ts.Expression;
  };
  readonly emit: (call: CallEmit) => Emitted;
}

/** A value: a constant, or an attribute. `emit` gets the receiver for attributes. */
export interface ValueEntry {
  readonly kind: "value";
  readonly type: Type | ((clock: Clock) => Type);
  readonly emit: (context: NamedValueEmit) => Emitted;
  /** How an assignment to it is written; absent: not assignable. */
  readonly assign?: (context: ValueEmit, value: ts.Expression, type: Type) => Emitted;
}

export interface ValueEmit {
  readonly receiverTs: ts.Expression;
  readonly receiver: Type;
  runtime(barrel: Barrel, name: string): ts.Expression;
  nodeImport(module: string, name: string): ts.Expression;
  /** Reports an assumption at the place. */
  assume(code: string, message: string): void;
  /** Reports a hazard at the place. */
  hazard(code: string, message: string): void;
}

/** Where a value of the library is named. */
export interface NamedValueEmit extends ValueEmit {
  /** The first item of a list that is named at the place may show there; of an import, wherever its name is read. */
  showsFirst(): boolean;
}

/** A class: called, it makes `lib(instance)`; also used in `except` and `isinstance`. */
export interface ClassEntry {
  readonly kind: "class";
  /** Key of its instances in `instanceTypes`. */
  readonly name: string;
  readonly constructor: FunctionEntry | null;
  /** The class in the runtime: what its name stands for where it is used as a value, in `isinstance` too. */
  readonly runtime?: { readonly barrel: Barrel; readonly name: string };
  /** The class of the library that it derives from. */
  readonly base?: string;
  /** Absent: a class of the program cannot derive from it. */
  readonly subclass?: Subclassing;
  /** What is called or read on the class itself: `datetime.now()`. */
  readonly statics?: Readonly<Record<string, Entry>>;
}

/** A method that the library calls on an object of a derived class. */
export interface Hook {
  /** The types of its parameters, after `self`; they may follow from what the program has given to the library's
   * object, null for nothing yet. */
  readonly params: readonly Type[] | ((given: Fields) => readonly Type[] | null);
  /** The runtime's class has the method itself, so that a derived one overrides it. */
  readonly declared: boolean;
  /** What it has to give. None beside it is left to the running program: TypeScript takes it for this. */
  readonly gives?: Type;
  /** The library waits for nothing that it does, nor looks at what it gives. */
  readonly plain?: true;
  /** The library waits for it, and does not look at what it gives. */
  readonly ignored?: true;
}

/** What a class of the program that derives from one of the library may have. */
export interface Subclassing {
  /** Attributes of the library's class that it may give a value in its body. */
  readonly attributes: readonly string[];
  /** Attributes of the library's class that it may assign on its objects, which are the library's still. */
  readonly settable?: readonly string[];
  /** What the runtime's class has and the library's has not: a program's own attribute of such a name has another one there. */
  readonly internal?: readonly string[];
  /** The runtime's function that makes the constructor's arguments of `*args` and `**kwargs`. */
  readonly spread?: string;
  /** For a method of that name: what the library calls it with, why it may not be there, or null: it is the program's own. */
  readonly hook: (name: string) => Hook | string | null;
}

/** What is known and has no counterpart, with the reason. */
export interface RefusedEntry {
  readonly kind: "refused";
  readonly reason: string;
}

export type Entry = FunctionEntry | ValueEntry | ClassEntry | RefusedEntry;

export interface LibraryModule {
  readonly name: string;
  readonly members: Readonly<Record<string, Entry>>;
  /** What an import of it takes for granted. */
  readonly assumes?: { readonly code: string; readonly message: string };
}

/** What the TypeScript type of a library object is built from. */
export interface TypeContext {
  runtimeType(barrel: Barrel, name: string): ts.TypeNode;
  /** The attributes that the program named, with their types. */
  readonly fields: readonly (readonly [string, ts.TypeNode])[];
}

/** Methods and attributes of a library or built-in type. */
export interface InstanceType {
  readonly name: string;
  readonly tsType: (context: TypeContext) => ts.TypeNode;
  readonly members: Readonly<Record<string, Entry>>;
  /** Its `toString` gives Python's `str`. */
  readonly hasText?: true;
  /** Why nobody can show it as Python does: its repr is untranslated. */
  readonly unshown?: string;
  /** Element type when iterated, where it can be. */
  readonly iterates?: (clock: Clock, type: LibType) => Type;
  /** Iteration must be awaited. */
  readonly asyncIteration?: boolean;
  readonly iterate?: (context: ValueEmit) => Emitted;
  /** The runtime's `repr` of it, made from those of what it holds; absent: its own. */
  readonly repr?: (
    type: LibType,
    inner: (held: Type) => ts.Expression,
  ) => { readonly feature: string; readonly args: readonly ts.Expression[] };
}

export const fn = (
  params: string,
  result: FunctionEntry["result"],
  emit: FunctionEntry["emit"],
  options: Pick<
    FunctionEntry,
    | "async"
    | "waitsFor"
    | "native"
    | "asksMethods"
    | "asksClass"
    | "reference"
    | "takesWaiting"
    | "counts"
    | "quiet"
    | "runsCallbacks"
    | "spread"
  > = {},
): FunctionEntry => ({ kind: "function", params, result, emit, ...options });

export const asyncFn = (
  params: string,
  result: FunctionEntry["result"],
  emit: FunctionEntry["emit"],
  options: Pick<FunctionEntry, "native" | "spread"> = {},
): FunctionEntry => fn(params, result, emit, { ...options, async: true });

export const value = (
  type: ValueEntry["type"],
  emit: ValueEntry["emit"],
  assign?: ValueEntry["assign"],
): ValueEntry => ({ kind: "value", type, emit, ...(assign && { assign }) });

export const refused = (reason: string): RefusedEntry => ({ kind: "refused", reason });
