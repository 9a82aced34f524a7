import { unknown } from "../analysis/types.ts";
import { arrayType, call, unknownType } from "../emit/build.ts";
import { fn, type InstanceType } from "./entry.ts";

/** `e.args`: a tuple of whatever the exception was made from. */
export const exceptionArgs: InstanceType = {
  name: "exceptions.args",
  tsType: () => arrayType(unknownType()),
  members: {
    __getitem__: fn("index:int", unknown, (c) =>
      call(c.runtime("python", "itemAt"), [
        c.receiverTs,
        c.ts("index"),
        { type: "Literal", value: "tuple", raw: '"tuple"' },
      ]),
    ),
  },
  iterates: () => unknown,
  iterate: ({ receiverTs }) => receiverTs,
};
