import { RecordShape } from "./record.ts";
import { type Type, never, unknown } from "./types.ts";
import { alternatives, join, members, same } from "./join.ts";

/**
 * What may be of more kinds than these is of no type that is known: nothing means the same of all, and the attributes of a class that
 * `setattr` stores anything in would hold each other's types without end.
 */
const MOST_KINDS = 9;

/**
 * Counts every growth of a cell, so that a fixpoint knows when it is one, and hands out cells by place: a container made at one place
 * of the program is the same one in each round.
 */
export class Clock {
  ticks = 0;
  /** Counts the changes of what classes derive from. */
  hierarchy = 0;
  private site: object | null = null;
  private ordinal = 0;
  private readonly cells = new Map<object, Map<number, Cell>>();
  private readonly placeless: Cell[] = [];
  private readonly bodies = new Map<object, Body>();
  private readonly shapes = new Map<object, RecordShape>();
  /** Types are what they are: nothing is inferred any more. */
  settled = false;
  /** All that the program says has been heard: what holds nothing by now holds nothing when it runs. */
  hasHeard = false;
  /** What grows now counts as unknown, so that there is an end to it. */
  widens = false;
  private readonly fieldsBySite = new Map<object, Fields>();

  /** Runs `body` for a place of the program: the cells it makes are that place's. */
  at<T>(site: object, body: () => T): T {
    const outer = { site: this.site, ordinal: this.ordinal };
    this.site = site;
    this.ordinal = 0;
    const result = body();
    this.site = outer.site;
    this.ordinal = outer.ordinal;
    return result;
  }

  /** The body read at the current place. */
  body(): Body {
    const site = this.site ?? this;
    let body = this.bodies.get(site);
    if (!body) this.bodies.set(site, (body = new Body(this)));
    return body;
  }

  /** No more bodies are going to be used. */
  settleBodies(): void {
    for (const body of this.bodies.values()) body.settle();
  }

  /** The attributes of the object made at the current place. */
  fields(): Fields {
    const site = this.site ?? this;
    let fields = this.fieldsBySite.get(site);
    if (!fields) this.fieldsBySite.set(site, (fields = new Fields(this)));
    return fields;
  }

  /** The record made at the current place. */
  shape(general: Cell): RecordShape {
    const site = this.site ?? this;
    let shape = this.shapes.get(site);
    if (!shape) this.shapes.set(site, (shape = new RecordShape(this, general)));
    return shape;
  }

  /** Which places have made a cell or one that was found to be the same: null stands for a place that is not in the text. */
  sites(): ReadonlyMap<Cell, ReadonlySet<object | null>> {
    const found = new Map<Cell, Set<object | null>>();
    const add = (cell: Cell, site: object | null): void => {
      found.set(cell.root, (found.get(cell.root) ?? new Set()).add(site));
    };
    for (const [site, cells] of this.cells) for (const cell of cells.values()) add(cell, site);
    for (const cell of this.placeless) add(cell, null);
    return found;
  }

  /** A cell of what the library makes, wherever that is. */
  placelessCell(initial: Type = never): Cell {
    const cell = new Cell(this, initial);
    this.placeless.push(cell);
    return cell;
  }

  cell(initial: Type): Cell {
    if (!this.site) return this.placelessCell(initial);
    let here = this.cells.get(this.site);
    if (!here) this.cells.set(this.site, (here = new Map()));
    const ordinal = this.ordinal++;
    let cell = here.get(ordinal);
    if (!cell) here.set(ordinal, (cell = new Cell(this)));
    cell.grow(initial);
    return cell;
  }
}

/** A growing type, shared by union-find. */
export class Cell {
  private parent: Cell | null = null;
  private content: Type = never;
  private isWidened = false;
  readonly clock: Clock;

  constructor(clock: Clock, initial: Type = never) {
    this.clock = clock;
    this.content = initial;
  }

  get root(): Cell {
    let cell: Cell = this;
    while (cell.parent) cell = cell.parent;
    return cell;
  }

  get type(): Type {
    return this.root.content;
  }

  grow(type: Type): void {
    const { root } = this;
    const joined = join(root.content, type);
    if (root.isWidened || same(joined, root.content)) return;
    root.isWidened = this.clock.widens || new Set(members(joined).map((m) => m.k)).size > MOST_KINDS;
    root.content = root.isWidened ? unknown : joined;
    this.clock.ticks++;
  }

  /** The cell of what is in this one or of the type: this one, grown, or one of its own beside a settled one. */
  holding(type: Type): Cell {
    if (this.clock.settled) return new Cell(this.clock, alternatives([this.type, type]));
    this.grow(type);
    return this;
  }

  /** The cell of what is in this one or in the other: one from here on, but for settled ones, which stay two. */
  joined(other: Cell): Cell {
    if (this.root === other.root) return this;
    if (this.clock.settled) return new Cell(this.clock, alternatives([this.type, other.type]));
    this.unify(other);
    return this;
  }

  unify(other: Cell): void {
    const a = this.root;
    const b = other.root;
    if (a === b) return;
    b.parent = a;
    this.clock.ticks++;
    a.grow(b.content);
  }
}

/**
 * A read of bytes, and everything that shares its fate. It stays bytes where something takes it as they are, a file or a digest, and
 * nothing asks for text, or where it is counted and no other function of the library gets it; whatever else is done with it is done to
 * text.
 */
export class Body {
  private parent: Body | null = null;
  private text = false;
  private data = false;
  private counted = false;
  private kept = false;
  readonly clock: Clock;

  constructor(clock: Clock) {
    this.clock = clock;
  }

  private get root(): Body {
    let body: Body = this;
    while (body.parent) body = body.parent;
    return body;
  }

  get isText(): boolean {
    return this.root.text;
  }

  useAsText(): void {
    if (this.root.text || this.clock.settled) return;
    this.root.text = true;
    this.clock.ticks++;
  }

  useAsData(): void {
    this.root.data = true;
  }

  /** `len` is asked of it: of text the length in bytes would have to be made. */
  useAsCounted(): void {
    this.root.counted = true;
  }

  /** A function of the library gets it that takes values of any type. */
  useAsAny(): void {
    this.root.kept = true;
  }

  /** Nothing more is going to be seen of it: what nothing has taken as bytes is text. */
  settle(): void {
    const { data, counted, kept } = this.root;
    if (!data && (!counted || kept)) this.useAsText();
  }

  unify(other: Body): void {
    const a = this.root;
    const b = other.root;
    if (a === b || this.clock.settled) return;
    b.parent = a;
    a.data ||= b.data;
    a.counted ||= b.counted;
    a.kept ||= b.kept;
    this.clock.ticks++;
    if (b.text) a.useAsText();
  }
}

/** Attributes by name, each a growing type, shared by union-find. */
export class Fields {
  private parent: Fields | null = null;
  private readonly cells = new Map<string, Cell>();
  readonly clock: Clock;

  constructor(clock: Clock) {
    this.clock = clock;
  }

  get root(): Fields {
    let fields: Fields = this;
    while (fields.parent) fields = fields.parent;
    return fields;
  }

  get(name: string): Type | null {
    return this.root.cells.get(name)?.type ?? null;
  }

  get entries(): readonly (readonly [string, Type])[] {
    return [...this.root.cells].map(([name, cell]) => [name, cell.type]);
  }

  grow(name: string, type: Type): void {
    const { cells } = this.root;
    let cell = cells.get(name);
    if (!cell) {
      cells.set(name, (cell = new Cell(this.clock)));
      this.clock.ticks++;
    }
    cell.grow(type);
  }

  /** The attributes of what is this object or the other: shared from here on, but for settled ones, which stay two. */
  joined(other: Fields): Fields {
    if (this.root === other.root) return this;
    if (!this.clock.settled) {
      this.unify(other);
      return this;
    }
    const both = new Fields(this.clock);
    for (const [name, type] of [...this.entries, ...other.entries]) both.grow(name, type);
    return both;
  }

  private unify(other: Fields): void {
    const a = this.root;
    const b = other.root;
    b.parent = a;
    this.clock.ticks++;
    for (const [name, cell] of b.cells) a.grow(name, cell.type);
  }
}
