import { OverflowError } from "../exceptions/OverflowError.ts";
import { ValueError } from "../exceptions/ValueError.ts";

/**
 * `math.fsum(items)`: the sum without loss, rounded once. Shewchuk's partial sums, which do not overlap, as in CPython's `math_fsum`.
 */
export function exactSum(items: Iterable<number | boolean>): number {
  const partials: number[] = [];
  let special = 0;
  let infinities = 0;
  for (const item of items) {
    let x = Number(item);
    const given = x;
    let kept = 0;
    for (const partial of partials) {
      const [large, small] = Math.abs(x) < Math.abs(partial) ? [partial, x] : [x, partial];
      const sum = large + small;
      const rest = small - (sum - large);
      if (rest !== 0) partials[kept++] = rest;
      x = sum;
    }
    partials.length = kept;
    if (x === 0) continue;
    if (Number.isFinite(x)) partials.push(x);
    else if (Number.isFinite(given)) throw new OverflowError("intermediate overflow in fsum");
    else {
      if (!Number.isNaN(given)) infinities += given;
      special += given;
      partials.length = 0;
    }
  }
  if (special !== 0) {
    if (Number.isNaN(infinities)) throw new ValueError("-inf + inf in fsum");
    return special;
  }
  return rounded(partials);
}

/** The partial sums, from the largest down, as one number: half cases go by what is left. */
function rounded(partials: readonly number[]): number {
  let at = partials.length - 1;
  if (at < 0) return 0;
  let high = partials[at]!;
  let low = 0;
  while (at > 0) {
    const x = high;
    const y = partials[--at]!;
    high = x + y;
    low = y - (high - x);
    if (low !== 0) break;
  }
  const next = at > 0 ? partials[at - 1]! : 0;
  if (at > 0 && ((low < 0 && next < 0) || (low > 0 && next > 0))) {
    const twice = low * 2;
    const sum = high + twice;
    if (twice === sum - high) return sum;
  }
  return high;
}
