import type { ReadableBody } from "./bodyReaders.ts";

const owners = new WeakMap<ReadableBody, ReadableBody>();

/** Whose body it is that is read: an HTTPError's is that of the answer it was made from, so that reading either goes on where the other stopped. */
export function bodyOwner(body: ReadableBody): ReadableBody {
  return owners.get(body) ?? body;
}

export function shareBody(body: ReadableBody, owner: ReadableBody): void {
  owners.set(body, bodyOwner(owner));
}
