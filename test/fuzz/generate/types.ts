/** A Python type that the generator makes values of. */
export type Type =
  | { readonly [K in Simple]: { readonly k: K } }[Simple]
  | { readonly k: "list"; readonly of: Type }
  | { readonly k: "set"; readonly of: Type }
  | { readonly k: "tuple"; readonly items: readonly Type[] }
  | { readonly k: "dict"; readonly key: Type; readonly value: Type }
  | { readonly k: "instance"; readonly cls: ClassShape };

type Simple = "int" | "long" | "float" | "bool" | "str" | "unicode" | "none";
export type Kind = Type["k"];
export type TypeOf<K extends Kind> = Extract<Type, { readonly k: K }>;

export interface Parameter {
  readonly name: string;
  readonly type: Type;
  /** Python text; null where the argument must be given. */
  readonly preset: string | null;
}

export interface FunctionShape {
  readonly name: string;
  readonly params: readonly Parameter[];
  /** The type of what `*args` collects. */
  readonly rest: Type | null;
  /** The type of what `**kwargs` collects. */
  readonly keywords: Type | null;
  readonly result: Type;
}

export interface ClassShape {
  readonly name: string;
  readonly init: FunctionShape;
  readonly attributes: readonly { readonly name: string; readonly type: Type }[];
  readonly methods: readonly FunctionShape[];
}

export const int: Type = { k: "int" };
export const long: Type = { k: "long" };
export const float: Type = { k: "float" };
export const bool: Type = { k: "bool" };
export const str: Type = { k: "str" };
export const unicode: Type = { k: "unicode" };
export const none: Type = { k: "none" };
export const listOf = (of: Type): Type => ({ k: "list", of });
export const setOf = (of: Type): Type => ({ k: "set", of });
export const tupleOf = (...items: readonly Type[]): Type => ({ k: "tuple", items });
export const dictOf = (key: Type, value: Type): Type => ({ k: "dict", key, value });

/** Equal for equal types. */
export function keyOf(type: Type): string {
  switch (type.k) {
    case "list":
    case "set":
      return `${type.k}<${keyOf(type.of)}>`;
    case "tuple":
      return `(${type.items.map(keyOf).join()})`;
    case "dict":
      return `{${keyOf(type.key)}:${keyOf(type.value)}}`;
    case "instance":
      return type.cls.name;
    default:
      return type.k;
  }
}

export const sameType = (a: Type, b: Type): boolean => keyOf(a) === keyOf(b);
