/** A bound method: a function of what is left to give, over the object that there is now. */
export function boundTo<T, A extends unknown[], R>(object: T, method: (object: T, ...args: A) => R): (...args: A) => R {
  return (...args) => method(object, ...args);
}
