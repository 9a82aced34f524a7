import type { RecordShape } from "../analysis/record.ts";
import { id, neverType, objectType } from "../emit/build.ts";
import type * as ts from "../emit/tree.ts";
import type { Context } from "./context.ts";
import { tsType, typeKey } from "./types.ts";

/** The records of a file, each with the name of its TypeScript type. */
export class RecordTypes {
  private readonly context: Context;
  /** By shape; null for one whose values are all of one type. */
  private readonly names = new Map<RecordShape, string | null>();
  private readonly taken = new Set<string>();
  /** Shapes that a type in the making refers to. */
  private readonly referred = new Set<RecordShape>();

  constructor(context: Context) {
    this.context = context;
  }

  /** The name of the type that says what is under each key; null where all values are of one type: that is a dict like any other. */
  nameOf(shape: RecordShape): string | null {
    const { root } = shape;
    this.referred.add(root);
    const known = this.names.get(root);
    if (known !== undefined) return known;
    const name = this.freeName(root.name ?? "entry");
    this.names.set(root, name);
    this.referred.delete(root);
    const kinds = new Set(
      root.fields.filter(([, type]) => type.k !== "never").map(([, type]) => typeKey(tsType(this.context, type))),
    );
    // One that holds itself needs its name.
    if (kinds.size > 1 || this.referred.has(root)) return name;
    this.names.set(root, null);
    this.taken.delete(name);
    return null;
  }

  /** `type EmployeeRecord = { name: string; years: number }` for each that the file has named. */
  get declarations(): ts.Statement[] {
    const made: ts.Statement[] = [];
    // What a type is made of may name further ones.
    const written = new Set<RecordShape>();
    for (let more = true; more;) {
      more = false;
      for (const [shape, name] of this.names) {
        if (name === null || written.has(shape)) continue;
        written.add(shape);
        more = true;
        const fields = shape.fields.map(
          ([key, type]) => [key, type.k === "never" ? neverType() : tsType(this.context, type)] as const,
        );
        made.push({
          type: "ExportNamedDeclaration",
          declaration: { type: "TSTypeAliasDeclaration", id: id(name), typeAnnotation: objectType(fields) },
          specifiers: [],
          source: null,
        });
      }
    }
    return made;
  }

  private freeName(python: string): string {
    const words = python.split(/[^A-Za-z0-9]+/).filter((word) => word !== "");
    const base = words.map((word) => (word[0] ?? "").toUpperCase() + word.slice(1)).join("") || "Entry";
    let name = `${base}Record`;
    for (let n = 2; this.taken.has(name) || this.context.names.isUsed(name); n++) name = `${base}Record${n}`;
    this.taken.add(name);
    return name;
  }
}
