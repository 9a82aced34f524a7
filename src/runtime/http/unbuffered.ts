/**
 * The responses of urllib: their lines are read byte by byte, so that one which came is not lost in a fault after it. By the response
 * whether its first line was read for a status, and is none.
 */
export const unbuffered: WeakMap<object, boolean> = new WeakMap();
