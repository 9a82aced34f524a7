/** `repr` and `str` of a bool. */
export function reprBool(x: boolean): string {
  return x ? "True" : "False";
}
