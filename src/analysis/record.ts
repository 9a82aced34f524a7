import type { Type } from "./types.ts";
import { Cell, type Clock } from "./cells.ts";
import { alternatives, members } from "./join.ts";

/**
 * A dict all of whose uses name its keys: `{'name': 'x', 'n': 1}`. Each key has a type of its own, until a use does not name one: then
 * it is a dict like any other, whose values have one type. Joined records are one.
 */
export class RecordShape {
  private parent: RecordShape | null = null;
  private readonly cells = new Map<string, Cell>();
  private readonly general: Cell;
  private dissolved = false;
  private given: string | null = null;
  readonly clock: Clock;

  constructor(clock: Clock, general: Cell) {
    this.clock = clock;
    this.general = general;
  }

  get root(): RecordShape {
    let shape: RecordShape = this;
    while (shape.parent) shape = shape.parent;
    return shape;
  }

  /** Whether each key still has its own type. */
  get isWhole(): boolean {
    return !this.root.dissolved;
  }

  /** What the program calls such a dict, if anything. */
  get name(): string | null {
    return this.root.given;
  }

  set name(name: string | null) {
    this.root.given ??= name;
  }

  /** Keys with their types. */
  get fields(): readonly (readonly [string, Type])[] {
    return [...this.root.cells].map(([name, cell]) => [name, cell.type]);
  }

  /** The type of a key; `never` where nothing is stored under it. */
  field(name: string): Type {
    const { root } = this;
    if (root.dissolved) return root.general.type;
    return this.cell(name).type;
  }

  /** A value is stored under the key. */
  grow(name: string, type: Type): void {
    const { root } = this;
    if (root.dissolved) root.general.grow(type);
    else this.cell(name).grow(type);
  }

  unify(other: RecordShape): void {
    const [a, b] = [this.root, other.root];
    if (a === b) return;
    if (a.dissolved !== b.dissolved) (a.dissolved ? b : a).dissolve();
    a.general.unify(b.general);
    b.parent = a;
    this.clock.ticks++;
    a.given ??= b.given;
    for (const [name, cell] of b.cells) a.cell(name).unify(cell);
  }

  /** The one type of all values. While types are inferred, asking for it makes it so. */
  dissolve(): Cell {
    const { root } = this;
    if (root.dissolved) return root.general;
    if (this.clock.settled) return new Cell(this.clock, alternatives(this.fields.map(([, type]) => type)));
    root.dissolved = true;
    this.clock.ticks++;
    for (const cell of root.cells.values()) root.general.grow(cell.type);
    return root.general;
  }

  private cell(name: string): Cell {
    const { cells } = this.root;
    let cell = cells.get(name);
    if (!cell) {
      cells.set(name, (cell = new Cell(this.clock)));
      this.clock.ticks++;
    }
    return cell;
  }
}

/** A dict type; its values' one type dissolves the record that it is. */
export class DictType {
  readonly k = "dict";
  readonly key: Cell;
  readonly shape: RecordShape | null;
  /** It is a `Counter`. */
  readonly counts: boolean;
  private readonly held: Cell;

  constructor(key: Cell, value: Cell, shape: RecordShape | null = null, counts = false) {
    this.counts = counts;
    this.key = key;
    this.held = value;
    this.shape = shape;
  }

  get value(): Cell {
    return this.shape ? this.shape.dissolve() : this.held;
  }

  /** The record that it is, while it is one. */
  get record(): RecordShape | null {
    return this.shape?.isWhole ? this.shape : null;
  }

  /** What all dicts that are of this type share. */
  get identity(): object {
    return this.record?.root ?? this.value.root;
  }

  /** What is this or the other: one type from here on, but for settled ones, which stay two. */
  joined(other: DictType): DictType {
    if (this.equals(other)) return this;
    const { settled } = this.key.clock;
    const key = this.key.joined(other.key);
    if (settled) return new DictType(key, this.value.joined(other.value), null, this.counts);
    if (this.shape && other.shape) this.shape.unify(other.shape);
    else this.value.joined(other.value);
    return this;
  }

  equals(other: DictType): boolean {
    if (this.key.root !== other.key.root) return false;
    if (this.record || other.record) return this.shape?.root === other.shape?.root;
    return this.value.root === other.value.root;
  }
}

/** Gives the record that a type is, or lists, its name. */
export function nameRecords(type: Type, name: string): void {
  for (const m of members(type)) {
    if (m.k === "dict" && m.shape) m.shape.name = name;
    else if (m.k === "list" || m.k === "sequence") {
      const elem = m.elem.type;
      if (elem.k === "dict" && elem.shape) elem.shape.name = name.replace(/(?<=[^s])s$/, "");
    }
  }
}
