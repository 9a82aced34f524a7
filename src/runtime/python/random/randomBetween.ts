/** `random.uniform(low, high)`. */
export const randomBetween = (low: number, high: number): number => low + (high - low) * Math.random();
