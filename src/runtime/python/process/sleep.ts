import { IOError } from "../exceptions/IOError.ts";

/** `time.sleep(seconds)`: at least that long, as timers may fire a little early. A negative time is an IOError. */
export async function sleep(seconds: number): Promise<void> {
  if (seconds < 0) throw new IOError(22, "Invalid argument");
  const end = performance.now() + seconds * 1000;
  for (let rest = seconds * 1000; rest > 0; rest = end - performance.now()) {
    // Timers take at most 2^31-1 ms.
    await new Promise((resolve) => setTimeout(resolve, Math.min(Math.ceil(rest), 0x7fffffff)));
  }
}
