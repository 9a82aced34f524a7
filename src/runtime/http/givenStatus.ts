import { AttributeError } from "../python/exceptions/AttributeError.ts";

const given = new WeakMap<object, number>();

/** `response.status = 301`: an attribute that urllib2's responses do not have, and that handlers of redirects give them. */
export function setGivenStatus(response: object, status: number): void {
  given.set(response, status);
}

/** `response.status`, where a program has given it one; an AttributeError where it has not. */
export function givenStatus(response: object): number {
  const status = given.get(response);
  if (status !== undefined) return status;
  throw new AttributeError(
    response instanceof Error
      ? "'HTTPError' object has no attribute 'status'"
      : "addinfourl instance has no attribute 'status'",
  );
}

/** `hasattr(response, 'status')`. */
export function hasGivenStatus(response: object): boolean {
  return given.has(response);
}

/** Gives an answer the status that was given to the one it stands for. */
export function passGivenStatus(from: object, to: object): void {
  const status = given.get(from);
  if (status !== undefined) given.set(to, status);
}
