/** An entry of a dict display, of which Python makes the value before the key. */
export function valueFirst<K, V>(value: V, key: () => K): [K, V] {
  return [key(), value];
}
