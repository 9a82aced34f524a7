import { int, lib, libWith, listOf, none, str, type Type, tupleOf } from "../analysis/types.ts";
import {
  call,
  construct,
  index,
  member,
  method,
  number,
  object,
  objectType,
  string,
  typeRef,
  unionType,
} from "../emit/build.ts";
import type * as ts from "../emit/tree.ts";
import type * as py from "../python/ast.ts";
import {
  type CallEmit,
  type CallTypes,
  type Emitted,
  type Entry,
  fn,
  type FunctionEntry,
  type InstanceType,
  type LibraryModule,
  value,
} from "./entry.ts";
import { asStr } from "./mixed-text.ts";
import { refusedAll } from "./refusals.ts";
import { inPlaces, parameterNames } from "./signature.ts";
import { only } from "../analysis/kinds.ts";
import { members, union } from "../analysis/join.ts";

const POPEN = "subprocess.Popen";
const OUTPUT = "subprocess.output";
const INPUT = "subprocess.input";

const PARAMS =
  "args:text|list|tuple|sequence, bufsize?:int, executable?, stdin?, stdout?, stderr?, preexec_fn?, close_fds?, shell?, cwd?:text|none, " +
  "env?:dict|os.environ|none, universal_newlines?, startupinfo?, creationflags?";

const PIPE = "subprocess.PIPE";
const STDOUT = "subprocess.STDOUT";

const isNone = (node: py.Expression | null): boolean => node?.kind === "Name" && node.id === "None";
const isFalse = (node: py.Expression | null): boolean =>
  node?.kind === "Name" ? node.id === "False" : node?.kind === "Num" && Number(node.number.value) === 0;

/** That the program has ended when the script goes on, and whose output comes first. */
export function assumeOrder(c: CallEmit): void {
  c.assume("A0121", "a program that is started runs to its end here");
}

/** The options of a program; the reason for one that is not known. */
function options(c: CallEmit): [string, ts.Expression][] | string {
  const made: [string, ts.Expression][] = [];
  for (const name of c.names()) {
    const node = c.node(name);
    const type = c.type(name);
    switch (name) {
      case "args":
      case "bufsize":
      case "close_fds":
        break;
      case "stdin":
      case "stdout":
      case "stderr": {
        if (isNone(node)) break;
        const kind = type.k === "lib" || type.k === "libclass" ? type.name : "";
        if (kind === PIPE) made.push([name, string("pipe")]);
        else if (kind === "file") made.push([name, c.ts(name)]);
        else if (kind === STDOUT && name === "stderr") made.push([name, string("stdout")]);
        else if (kind !== `sys.${name}`)
          return `${name} of a program that is neither PIPE, nor a file, nor the script's own`;
        break;
      }
      case "shell":
      case "universal_newlines":
        if (node && !isFalse(node)) made.push([name === "shell" ? name : "universalNewlines", c.truth(node)]);
        break;
      case "cwd":
      case "env":
        if (!isNone(node)) made.push([name, c.ts(name)]);
        break;
      default:
        if (!isNone(node) && !isFalse(node)) return `a program started with ${name}`;
    }
  }
  return made;
}

function started(c: CallEmit, make: (args: ts.Expression[]) => ts.Expression): Emitted {
  const given = options(c);
  if (typeof given === "string") return given;
  const items = members(c.type("args"));
  const item = items.flatMap((m) => (m.k === "tuple" ? m.items : "elem" in m ? members(m.elem.type) : [m]));
  if (items.length === 0 || item.some((m) => m.k !== "str" && m.k !== "unicode" && m.k !== "poison"))
    return "a command that is not known to be text";
  if (item.some((m) => m.k === "unicode"))
    c.assume("A0105", "a program is started with unicode, which Python encodes as ASCII");
  assumeOrder(c);
  return make([c.ts("args"), ...(given.length > 0 ? [object(given)] : [])]);
}

const running = (feature: string, result: Type, params = PARAMS): FunctionEntry =>
  fn(params, result, (c) => started(c, (args) => call(c.runtime("python", feature), args)));

/** A stream that is a pipe, under its own name; None for any other. */
function popenType(c: CallTypes): Type {
  const fields = c.clock.fields();
  for (const [name, type] of [
    ["stdout", OUTPUT],
    ["stderr", OUTPUT],
    ["stdin", INPUT],
  ] as const) {
    const given = c.type(name);
    fields.grow(name, given.k === "libclass" && given.name === PIPE ? lib(type) : none);
  }
  return libWith(POPEN, fields);
}

/** What comes of a stream: text from a pipe. */
const piped = (c: CallTypes, name: string): Type => {
  const type = c.receiver.k === "lib" ? (c.receiver.fields?.get(name) ?? none) : none;
  return union(members(type).map((m) => (m.k === "lib" ? str : none)));
};

const popen: FunctionEntry = fn(PARAMS, popenType, (c) =>
  started(c, (args) => {
    const type = c.tsType(c.resultType);
    const typeArguments = type.type === "TSTypeReference" ? type.typeArguments?.params : undefined;
    return construct(c.runtime("python", "Popen"), args, typeArguments && [...typeArguments]);
  }),
);

const own = (name: string, params: string, result: FunctionEntry["result"]): readonly [string, Entry] => [
  name,
  fn(params, result, (c) => method(c.receiverTs, name, inPlaces(c, parameterNames(params)))),
];

const processes = "a program that goes on while the script does: use spawn of node:child_process by hand";

/** What a program wrote: read as a file. */
const outputType: InstanceType = {
  name: OUTPUT,
  tsType: ({ runtimeType }) => runtimeType("python", "ProgramOutput"),
  members: {
    ...Object.fromEntries([
      own("read", "size?:int", str),
      own("readline", "", str),
      own("readlines", "", (c) => listOf(c.clock, str)),
      own("close", "", union([int, none])),
    ]),
    ...refusedAll("fileno", "file descriptors of a program's output"),
  },
  iterates: () => str,
  iterate: ({ receiverTs }) => receiverTs,
};

export const subprocessTypes: readonly InstanceType[] = [
  {
    name: POPEN,
    tsType: ({ runtimeType, fields }) => {
      const reference = runtimeType("python", "Popen");
      const pipes = fields.filter(([, type]) => type.type !== "TSNullKeyword");
      if (reference.type !== "TSTypeReference" || pipes.length === 0) return reference;
      const word = (text: string): ts.TypeNode => ({ type: "TSLiteralType", literal: string(text) });
      const named = pipes.map(([name, type]): [string, ts.TypeNode, "optional"?] => {
        if (type.type !== "TSUnionType") return [name, word("pipe")];
        // Of programs with different pipes in one variable some may have none for the stream.
        return [name, name === "stderr" ? unionType([word("pipe"), word("stdout")]) : word("pipe"), "optional"];
      });
      return typeRef(reference.typeName, [objectType(named)]);
    },
    members: {
      ...Object.fromEntries([
        own("communicate", "input?:text|none", (c) => tupleOf([piped(c, "stdout"), piped(c, "stderr")])),
        own("wait", "", int),
        own("poll", "", union([int, none])),
      ]),
      returncode: value(union([int, none]), ({ receiverTs }) => member(receiverTs, "returncode")),
      ...refusedAll("pid kill terminate send_signal", processes),
    },
  },
  outputType,
  {
    name: INPUT,
    tsType: ({ runtimeType }) => runtimeType("python", "ProgramInput"),
    members: {
      ...Object.fromEntries([own("write", "text:text", none), own("close", "", none)]),
      flush: fn("", none, () => ({ type: "Identifier", name: "undefined" })),
      ...refusedAll("writelines fileno", processes),
    },
  },
];

export const subprocess: LibraryModule = {
  name: "subprocess",
  members: {
    Popen: { kind: "class", name: POPEN, constructor: popen, runtime: { barrel: "python", name: "Popen" } },
    call: running("callProgram", int),
    check_call: running("checkCall", int),
    check_output: running("checkOutput", str),
    // Names that mean something where a program is started, and nothing elsewhere.
    PIPE: { kind: "class", name: PIPE, constructor: null },
    STDOUT: { kind: "class", name: STDOUT, constructor: null },
    ...refusedAll("list2cmdline", "the command line of Windows"),
  },
};

const shell = (emit: (c: CallEmit) => ts.Expression, result: Type, params = "command:text"): FunctionEntry =>
  fn(params, result, (c) => {
    assumeOrder(c);
    return emit(c);
  });

const command = (c: CallEmit): ts.Expression =>
  asStr(c, c.ts("command"), c.type("command"), "unicode as a command of the shell");

/** `os.system` and `os.popen`. */
export const system = shell((c) => call(c.runtime("python", "shellStatus"), [command(c)]), int);
export const osPopen: FunctionEntry = fn("command:text, mode?:text, ~bufsize?:int", lib(OUTPUT), (c): Emitted => {
  const mode = c.node("mode");
  if (mode && !(mode.kind === "Str" && mode.value === "r")) return "os.popen() to write to a program: use subprocess";
  assumeOrder(c);
  return call(c.runtime("python", "openProgram"), [command(c)]);
});

const output = (c: CallEmit): ts.Expression =>
  only(c.type("command"), "unicode")
    ? call(c.runtime("python", "shellOutput"), [c.ts("command"), string("unicode")])
    : call(c.runtime("python", "shellOutput"), [command(c)]);

export const commands: LibraryModule = {
  name: "commands",
  members: {
    getstatusoutput: shell(output, tupleOf([int, str])),
    getoutput: shell((c) => index(output(c), number(1)), str),
    ...refusedAll("getstatus mk2arg mkarg", "a part of commands that Python itself gave up"),
  },
};
