import type { Progress } from "../migrate/migrate.ts";
import type { Output } from "./io.ts";

/** A one-line display of how far a run is, on a terminal; nothing at all anywhere else. */
export function progressLine(stderr: Output): { show(progress: Progress): void; clear(): void } {
  if (stderr.isTTY !== true) return { show() {}, clear() {} };
  const clear = () => stderr.write("\r\x1b[2K");
  let last = 0;
  return {
    show({ done, total }) {
      const now = Date.now();
      if (now - last < 50) return;
      last = now;
      clear();
      stderr.write(`translating ${done} of ${total} files`);
    },
    clear,
  };
}
