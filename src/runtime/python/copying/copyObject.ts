/** `copy.copy` of an object of the program's: another of its class with the same attributes, made without `__init__`. */
export const copyObject = <T extends object>(value: T): T =>
  Object.create(Reflect.getPrototypeOf(value), Object.getOwnPropertyDescriptors(value)) as T;
