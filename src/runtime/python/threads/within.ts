/** Waits for a promise, or that many seconds at most; whether it was fulfilled. A null or negative time has no end. */
export async function within(promise: Promise<unknown>, seconds: number | null): Promise<boolean> {
  if (seconds === null) {
    await promise;
    return true;
  }
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<false>((resolve) => {
    timer = setTimeout(() => resolve(false), Math.max(0, seconds) * 1000);
  });
  try {
    return await Promise.race([promise.then(() => true), late]);
  } finally {
    clearTimeout(timer);
  }
}
