/** Puts commas between the thousands of a number's whole part; zeros that fill it to `width` are grouped too: `0,000,001,234`. */
export function groupThousands(number: string, width: number): string {
  const [, whole = "", rest = ""] = /^(\d*)([^]*)$/.exec(number) ?? [];
  if (whole === "") return number.padStart(width, "0");
  let digits = whole;
  // A comma that would stand first is not written, so that the result can be one longer than the width.
  while (grouped(digits).length + rest.length < width) digits = `0${digits}`;
  return grouped(digits) + rest;
}

function grouped(digits: string): string {
  return digits.replace(/\B(?=(\d{3})+$)/g, ",");
}
