import { exceptionClasses } from "../library/exception-classes.ts";
import type { ClassInfo } from "./entities.ts";

/** Special methods that the translation calls where Python would. */
const knownSpecials: ReadonlySet<string> = new Set(
  "__init__ __str__ __repr__ __call__ __len__ __nonzero__ __getitem__ __setitem__ __contains__".split(" "),
);

/** Why a class cannot be translated as a whole; null when it can. Decided before it is used, so that its uses are left out as well. */
export function unsupportedClass(cls: ClassInfo): string | null {
  const { node } = cls;
  if (node.decorators.length > 0) return "a decorated class";
  if (node.bases.length > 1) return "several base classes";
  if (cls.classAttributes.has("__metaclass__") || cls.classAttributes.has("__slots__"))
    return "a metaclass or __slots__";
  const special = [...cls.methods.keys()].find((m) => /^__.*__$/.test(m) && !knownSpecials.has(m));
  if (special) return `the special method ${special}`;
  const [base] = cls.bases;
  if (!base) return null;
  if (base.k === "class") return null;
  if (base.k !== "libclass") return "a base class that is not known";
  if (base.name === "builtins.object" || exceptionClasses.has(base.name)) return null;
  return `the base class ${base.name.replace(/^builtins\./, "")}`;
}
