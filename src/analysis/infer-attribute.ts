import { hasField } from "./built-in-part.ts";
import { derivesFromException } from "./exception-type.ts";
import { delegatesTo } from "./delegation.ts";
import { assignedOnAllWays } from "./construction.ts";
import { builtinCalled } from "../program/builtin-name.ts";
import type * as py from "../python/ast.ts";
import { soleHolder } from "../library/exception-classes.ts";
import type { ClassInfo, FunctionInfo } from "./entities.ts";
import { isSink } from "../library/sinks.ts";
import { library } from "../library/index.ts";
import { classesHaving, derivedHaving, exceptionsHaving } from "./having.ts";
import type { Inference } from "./infer.ts";
import { asciiStr, lib, never, none, poison, str, type Type, unknown } from "./types.ts";
import type { ExpressionInference } from "./infer-expression.ts";
import { Cell, type Clock } from "./cells.ts";
import { members, union } from "./join.ts";

/** The type of an attribute, and what a program puts there. */
export class AttributeInference {
  private readonly inf: Inference;
  private readonly expressions: ExpressionInference;

  private readonly asking = new Set<string>();
  private readonly delegates = new Map<ClassInfo, Cell>();

  constructor(inf: Inference, expressions: ExpressionInference) {
    this.inf = inf;
    this.expressions = expressions;
  }

  get(receiver: Type, name: string, node: py.Expression | null = null): Type {
    const { inf } = this;
    if (receiver.k === "never") {
      if (node && textMethods.has(name)) inf.parameters.hint(node, str);
      else if (node) {
        const classes = classesHaving(inf.facts, name);
        inf.parameters.hint(node, union(classes.map((cls): Type => ({ k: "instance", cls }))));
      }
      return never;
    }
    // `type(x).__name__`, whatever is known of `x`.
    const isTypeName =
      name === "__name__" && node?.kind === "Call" && builtinCalled(inf.module.bindings, node) === "type";
    if (isTypeName && node.args.length === 1) return asciiStr;
    return union(members(receiver).map((m) => this.attributeOf(m, name)));
  }

  private attributeOf(m: Type, name: string): Type {
    const { inf } = this;
    switch (m.k) {
      case "module": {
        if (!m.local) {
          const held = m.name === "sys" ? inf.facts.replaced.get(name.replace(/^__(std\w+)__$/, "$1")) : undefined;
          return union([library.member(m.name, name, inf.clock), ...(held ? [held.type] : [])]);
        }
        const module = inf.program.byName.get(m.name);
        const symbol = module?.bindings.module.symbols.get(name);
        if (module && symbol) {
          if (module !== inf.module) inf.facts.take(module, name);
          return inf.facts.variable(symbol).type;
        }
        const submodule = inf.program.byName.get(`${m.name}.${name}`);
        return submodule ? { k: "module", name: submodule.input.module, local: true } : unknown;
      }
      case "instance": {
        const made = m.cls.findProperty(name)?.property;
        if (made) return made.getter ? this.expressions.calls.invoke({ ...made.getter, self: m }, []) : never;
        const found = m.cls.findMethod(name);
        if (found) {
          const { method } = found;
          return {
            ...method,
            self:
              method.fn.binding === "static" ? null : method.fn.binding === "class" ? { k: "class", cls: m.cls } : m,
          };
        }
        const { part } = m.cls;
        const field = part?.k === "tuple" ? part.of?.fieldOf(name) : null;
        if (field && m.cls.findAttribute(name) === null) return field;
        const ofPart = part && m.cls.findAttribute(name) === null ? library.memberEntry(part, name) : null;
        if (part && ofPart) return library.attribute(part, name, inf.clock);
        const cell = m.cls.findAttribute(name) ?? this.storedByName(m.cls, name);
        const asked = this.askedFor(m, name, cell);
        if (cell) return union([cell.type, asked, ...kept(m.cls, name, inf.clock)]);
        if (asked.k !== "never") return asked;
        if (name === "__class__") return { k: "class", cls: m.cls };
        if (name === "__dict__") return this.expressions.calls.named.attributes(m.cls);
        if (m.cls.isOpaque) return poison;
        const base = part ? null : m.cls.libraryBase;
        const derived =
          base && library.memberEntry({ k: "lib", name: base }, name) ? [] : derivedHaving(inf.facts, m.cls, name);
        if (derived.length > 0) return union(derived.map((cls) => this.attributeOf({ k: "instance", cls }, name)));
        // Not assigned yet in this round, or nowhere: then the translator says so.
        return base && library.memberEntry({ k: "lib", name: base }, name)
          ? library.attribute({ k: "lib", name: base, fields: m.cls.given }, name, inf.clock)
          : never;
      }
      case "class": {
        m.cls.usedOnClass.add(name);
        const property = m.cls.findProperty(name)?.property;
        if (property) return property;
        const found = m.cls.findMethod(name);
        if (found) return found.method.fn.binding === "class" ? { ...found.method, self: m } : found.method;
        const cell = m.cls.findAttribute(name);
        if (cell) return cell.type;
        if (name === "__name__" || name === "__module__") return asciiStr;
        if (m.cls.part?.k === "tuple" && m.cls.part.of) {
          const of: Type = { k: "namedtuple", of: m.cls.part.of };
          if (library.memberEntry(of, name)) return library.attribute(of, name, inf.clock);
        }
        if (name === "__doc__") return hasDocstring(m.cls.node.body) ? str : none;
        return m.cls.isOpaque ? poison : never;
      }
      case "unknown": {
        // Whatever it is, it has the attribute, or Python raises AttributeError.
        const classes = classesHaving(inf.facts, name);
        if (classes.length === 0) return library.attribute(m, name, inf.clock);
        return union(classes.map((cls) => this.attributeOf({ k: "instance", cls }, name)));
      }
      case "func":
        if (name === "__name__") return asciiStr;
        // A wrapper has that of the function that functools.wraps names.
        if (name === "__doc__") return hasDoc((m.wraps ?? m).fn) ? str : none;
        return m.fn.attributes.get(name)?.type ?? never;
      case "poison":
        return m;
      case "none":
        return never;
      case "lib": {
        if (name === "__class__") return { k: "libclass", name: m.name };
        const own = exceptionsHaving(inf.facts, m.name, name);
        if (own.length > 0) return union(own.map((cls) => this.attributeOf({ k: "instance", cls }, name)));
        const holder = soleHolder(m.name, name);
        return library.attribute(holder === null ? m : lib(holder), name, inf.clock);
      }
      case "tuple":
        return m.of?.fieldOf(name) ?? library.attribute(m, name, inf.clock);
      case "libclass":
        return name === "__name__" ? asciiStr : library.attribute(m, name, inf.clock);
      default:
        return library.attribute(m, name, inf.clock);
    }
  }

  /** What objects of a class with such a `__getattr__` ask for the attributes that they do not have. */
  delegate(cls: ClassInfo): Cell {
    let cell = this.delegates.get(cls);
    if (!cell) this.delegates.set(cls, (cell = new Cell(this.inf.clock)));
    return cell;
  }

  /** What `__getattr__` gives for an attribute that the object may not have. */
  private askedFor(object: Type & { k: "instance" }, name: string, known: Cell | null): Type {
    const { cls } = object;
    if (!cls.findMethod("__getattr__") || name.startsWith("__")) return never;
    if (known && isInitialised(cls, name)) return never;
    if (known) this.inf.facts.ask(cls, { listed: new Set([name]), prefix: "", suffix: "" });
    // An object that may ask another one of its kind.
    const question = `${cls.id}.${name}`;
    if (this.asking.has(question)) return never;
    this.asking.add(question);
    const type = this.answer(object, name);
    this.asking.delete(question);
    return type;
  }

  private answer(object: Type & { k: "instance" }, name: string): Type {
    const { cls } = object;
    const given = this.expressions.elements.invokeSpecial(object, "__getattr__", [asciiStr]);
    const owner = cls.findMethod("__getattr__")?.cls;
    const own = owner && delegatesTo(cls) ? this.get(this.delegate(owner).type, name) : never;
    return own.k === "never" ? given : own;
  }

  /** An attribute that nothing but code which computes its name stores. */
  private storedByName(cls: ClassInfo, name: string): Cell | null {
    const stored = name.startsWith("__") ? [] : cls.storedAs(name);
    if (stored.length === 0) return null;
    const cell = cls.attribute(name);
    cls.storedInObjects.add(name);
    for (const { type } of stored) cell.grow(type);
    return cell;
  }

  set(target: py.Attribute, type: Type, value: py.Expression | null = null): void {
    const receiver = this.expressions.eval(target.value);
    this.inf.facts.record(target, type);
    // It is refused.
    if (target.attr === "__dict__" || target.attr === "__class__") return;
    if (this.initialises(target)) this.noteInitialised(target);
    else this.inf.facts.setLater.add(target.attr);
    for (const m of members(receiver).flatMap((m) => this.holders(m, target.attr))) {
      if (m.k === "instance" && !target.direct && m.cls.findMethod("__setattr__")) {
        m.cls.storedInObjects.add(target.attr);
        this.expressions.elements.invokeSpecial(m, "__setattr__", [asciiStr, type]);
      } else if (m.k === "instance" && m.cls.part !== null && hasField(m.cls.part, target.attr)) {
        // Python raises.
      } else if (m.k === "instance" && isExceptionArguments(m.cls, target.attr)) {
        // The library's: a tuple of anything, whatever is stored.
      } else if (m.k === "instance" && m.cls.findProperty(target.attr)) {
        m.cls.storedInObjects.add(target.attr);
        const setter = m.cls.findProperty(target.attr)?.property.setter;
        if (setter) this.expressions.calls.invoke({ ...setter, self: m }, [type]);
      } else if (m.k === "instance" || m.k === "class") {
        const cell = m.cls.attribute(target.attr);
        if (m.k === "instance") m.cls.storedInObjects.add(target.attr);
        else {
          m.cls.storedInClass.add(target.attr);
          m.cls.usedOnClass.add(target.attr);
          if (isAdded(m.cls, target.attr)) {
            m.cls.addedToClass.add(target.attr);
            m.cls.classAttributes.add(target.attr);
          }
        }
        cell.grow(type);
        this.inf.parameters.link(cell, value);
      }
      if (m.k === "func") this.setOfFunction(m.fn, target.attr, type);
      if (m.k === "module" && m.name === "sys" && ["stdout", "stderr"].includes(target.attr) && isSink(type))
        this.inf.facts.replaceStream(target.attr, type);
      if (m.k === "lib") m.fields?.grow(target.attr, type);
      else if (m.k === "module" && m.local) {
        const symbol = this.inf.program.byName.get(m.name)?.bindings.module.symbols.get(target.attr);
        if (symbol) this.inf.setFromOutside(symbol, type);
      }
    }
  }

  /** `self.x = …` in an `__init__`. */
  private initialises({ value }: py.Attribute): boolean {
    const { fn } = this.inf;
    if (fn?.name !== "__init__" || value.kind !== "Name") return false;
    const [self] = fn.node.params.positional;
    return self?.target.kind === "Name" && self.target.id === value.id;
  }

  /** Notes where an `__init__` sets an attribute, which several of its statements may do. */
  private noteInitialised(target: py.Attribute): void {
    const { facts, fn } = this.inf;
    if (!fn) return;
    let places = facts.setAt.get(fn);
    if (!places) facts.setAt.set(fn, (places = new Map()));
    const first = places.get(target.attr);
    if (!first) places.set(target.attr, target);
    else if (first !== target) facts.setTwice.add(target.attr);
  }

  setOfFunction(fn: FunctionInfo, name: string, type: Type): void {
    if (name === "__name__") fn.renamed = true;
    else if (!/^__.*__$/.test(name)) fn.attribute(name).grow(type);
  }

  /** What an attribute may be stored in: of an unknown object, the classes of the program that have it. */
  private holders(type: Type, name: string): readonly Type[] {
    if (type.k !== "unknown") return [type];
    return classesHaving(this.inf.facts, name).map((cls): Type => ({ k: "instance", cls }));
  }
}

/** Every object has the attribute from its `__init__` on: it is not stored by `__setattr__`, which may put it anywhere. */
const isInitialised = (cls: ClassInfo, name: string): boolean => {
  const direct = cls.findMethod("__setattr__") !== null;
  return cls.lineage.some((c) => {
    const init = c.methods.get("__init__")?.fn.node;
    return c.classAttributes.has(name) || (init?.kind === "FunctionDef" && assignedOnAllWays(init, direct).has(name));
  });
};

/** An attribute that the library gives a value too, where a class of the program may: of the type that it has there. */
function kept(cls: ClassInfo, name: string, clock: Clock): readonly Type[] {
  const base = cls.libraryBase ?? "";
  const isKept = library.classEntry(base)?.subclass?.settable?.includes(name) === true;
  return isKept ? [library.attribute({ k: "lib", name: base, fields: cls.given }, name, clock)] : [];
}

const hasDoc = ({ node }: FunctionInfo): boolean => node.kind === "FunctionDef" && hasDocstring(node.body);

const hasDocstring = ({ body: [first] }: py.Block): boolean => first?.kind === "Expr" && first.value.kind === "Str";

/** What is stored in a class is one more attribute of it: neither it nor a base has anything of that name. */
const isAdded = (cls: ClassInfo, name: string): boolean =>
  !name.startsWith("__") &&
  cls.findMethod(name) === null &&
  cls.findProperty(name) === null &&
  !cls.lineage.some((c) => c.classAttributes.has(name)) &&
  (cls.libraryBase === null || library.memberEntry({ k: "lib", name: cls.libraryBase }, name) === null) &&
  (cls.part === null || (library.memberEntry(cls.part, name) === null && !hasField(cls.part, name)));

/** `self.args = …` of an exception, which gives it other arguments. */
const isExceptionArguments = (cls: ClassInfo, name: string): boolean => name === "args" && derivesFromException(cls);

/** Method names that only text has. */
const textMethods: ReadonlySet<string> = new Set(
  (
    "strip lstrip rstrip split rsplit splitlines replace startswith endswith lower upper find rfind join encode decode title capitalize " +
    "isdigit isalpha isalnum isspace zfill center ljust rjust partition rpartition format"
  ).split(" "),
);
