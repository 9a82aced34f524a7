/** `object.__new__(cls)`: an object of the class for which no `__init__` has run. */
export const bareObject = <T extends object>(cls: { readonly prototype: T }): T => Object.create(cls.prototype) as T;
