const arithmetic = "add sub mul div truediv floordiv mod divmod pow lshift rshift and xor or".split(" ");

/**
 * The methods that Python 2.7 or its library calls by itself: the data model's, and those of copy, pickle and format. Any other name
 * between underscores, `__search__` say, is an ordinary method.
 */
const specialNames: ReadonlySet<string> = new Set([
  ...(
    "new init del repr str unicode lt le eq ne gt ge cmp rcmp hash nonzero getattr getattribute setattr delattr get set delete call len " +
    "getitem setitem delitem missing iter reversed contains getslice setslice delslice neg pos abs invert complex int long float oct hex " +
    "index coerce enter exit instancecheck subclasscheck subclasshook copy deepcopy getstate setstate reduce reduce_ex getnewargs " +
    "getinitargs format sizeof dir trunc length_hint prepare"
  ).split(" "),
  ...arithmetic.flatMap((name) => [name, `r${name}`, `i${name}`]),
]);

/** Whether Python calls the method by itself. */
export const isSpecial = (method: string): boolean =>
  method.startsWith("__") && method.endsWith("__") && specialNames.has(method.slice(2, -2));
