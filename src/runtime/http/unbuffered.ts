/** The responses of urllib: their lines are read byte by byte, so that one which came is not lost in a fault after it. */
export const unbuffered: WeakSet<object> = new WeakSet();
