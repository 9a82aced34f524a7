import type * as py from "../python/ast.ts";
import { Written } from "./written-lambda.ts";

/** What `functools.total_ordering` of 2.7 makes of a method that a class has, in the order in which it looks for one. */
type Made = (at: Written, self: py.Expression, other: py.Expression) => py.Expression;

const compare =
  (op: py.CompareOperator): Made =>
  (at, self, other) =>
    at.compare(self, op, other);
const not =
  (made: Made): Made =>
  (at, self, other) =>
    at.unary("not", made(at, self, other));
const either =
  (op: "and" | "or", left: Made, right: Made): Made =>
  (at, self, other) =>
    at.bool(op, [left(at, self, other), right(at, self, other)]);

const [equal, less, most, more, least] = (["==", "<", "<=", ">", ">="] as const).map(compare) as [
  Made,
  Made,
  Made,
  Made,
  Made,
];

const tables: Readonly<Record<string, Readonly<Record<string, Made>>>> = {
  __lt__: { __gt__: not(either("or", less, equal)), __le__: either("or", less, equal), __ge__: not(less) },
  __le__: { __ge__: either("or", not(most), equal), __lt__: either("and", most, not(equal)), __gt__: not(most) },
  __gt__: { __lt__: not(either("or", more, equal)), __ge__: either("or", more, equal), __le__: not(more) },
  __ge__: { __le__: either("or", not(least), equal), __gt__: either("and", least, not(equal)), __lt__: not(least) },
};

/** What a class must not have of another way than by a method. */
const COMPARING: ReadonlySet<string> = new Set(["__lt__", "__le__", "__gt__", "__ge__", "__eq__", "__ne__", "__cmp__"]);

/** The order that `max()` of the names gives. */
const roots = ["__lt__", "__le__", "__gt__", "__ge__"];

/** A class under `@total_ordering` with the methods that this adds; null where a base class may have some of them. */
export function totallyOrdered(cls: py.ClassDef, at: number): py.ClassDef | null {
  const [base, ...more] = cls.bases;
  const decorator = cls.decorators[at];
  if (!decorator || more.length > 0 || base?.kind !== "Name" || base.id !== "object") return null;
  const own = new Set(cls.body.body.flatMap((s) => (s.kind === "FunctionDef" ? [s.name] : [])));
  const ordering = (t: py.Expression): boolean => t.kind !== "Name" || COMPARING.has(t.id) || t.id === "__metaclass__";
  const isPlain = !cls.body.body.some((s) => s.kind === "Assign" && s.targets.some(ordering));
  const root = roots.find((name) => own.has(name));
  if (!root || !isPlain) return null;
  const made = { ...tables[root], __ne__: not(equal) };
  const written = new Written(decorator);
  const added = Object.entries(made)
    .filter(([name]) => !own.has(name))
    .map(([name, body]) =>
      written.method(name, ["self", "other"], body(written, written.name("self"), written.name("other"))),
    );
  return {
    ...cls,
    decorators: cls.decorators.filter((d) => d !== decorator),
    body: { ...cls.body, body: [...cls.body.body, ...added] },
  };
}
