import { Exception } from "../exceptions/Exception.ts";

/** `getopt.GetoptError`: what is wrong with the command line, and with which option. */
export class GetoptError extends Exception {
  override readonly name: string = "GetoptError";
  readonly msg: string;
  readonly opt: string;

  constructor(msg: string, opt = "") {
    super(msg, opt);
    this.msg = msg;
    this.opt = opt;
  }

  override get qualifiedName(): string {
    return "getopt.GetoptError";
  }

  override toString(): string {
    return this.msg;
  }
}
