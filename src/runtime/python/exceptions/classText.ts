/**
 * `str` of the class of an exception: `<type 'exceptions.ValueError'>` of a built-in one, `<class 'urllib2.HTTPError'>` of any other.
 * An exception itself tells its class under Python's own name.
 */
export function classText(cls: { readonly name: string; readonly prototype?: unknown }): string {
  const name = cls.name.replace(/^Py(?=[A-Z])/, "");
  const qualified = String(Reflect.get(cls.prototype as object, "qualifiedName", { name }));
  return qualified.includes(".") ? `<class '${qualified}'>` : `<type 'exceptions.${qualified}'>`;
}
