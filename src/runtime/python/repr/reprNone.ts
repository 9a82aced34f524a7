/** `repr` and `str` of None. */
export function reprNone(_x: null): string {
  return "None";
}
