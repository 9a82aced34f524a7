import { BaseException } from "./BaseException.ts";

/** Raised by `sys.exit`; neither `except Exception` nor `except StandardError` catches it. Uncaught it ends the process: exit.ts. */
export class SystemExit extends BaseException {
  override readonly name: string = "SystemExit";

  /** The status asked for: null, a number, or anything else as a message for stderr. */
  get code(): unknown {
    return this.args.length > 1 ? this.args : (this.args[0] ?? null);
  }
}
