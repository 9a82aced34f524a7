/** `str` of the class of an exception: `<type 'exceptions.ValueError'>` of a built-in one, `<class 'urllib2.HTTPError'>` of any other. */
export function classText(cls: { readonly name: string; readonly prototype?: unknown }): string {
  return textOfClass(qualifiedNameOf(cls));
}

/** The same of what an exception calls its class. */
export function textOfClass(qualified: string): string {
  return qualified.includes(".") ? `<class '${qualified}'>` : `<type 'exceptions.${qualified}'>`;
}

/** What Python calls a class of exceptions, by what its objects call it: with its module, unless built in. */
export function qualifiedNameOf(cls: { readonly name: string; readonly prototype?: unknown }): string {
  return String(Reflect.get(cls.prototype as object, "qualifiedName", { name: cls.name }));
}
