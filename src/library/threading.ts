import { bool, int, lib, libWith, listOf, never, none, str, type Type, unknown } from "../analysis/types.ts";
import { array, assign, call, construct, member, method, nil, number, object, id } from "../emit/build.ts";
import type * as ts from "../emit/tree.ts";
import {
  asyncFn,
  type CallEmit,
  type CallTypes,
  type Emitted,
  type Entry,
  fn,
  type Hook,
  type InstanceType,
  type LibraryModule,
  refused,
  value,
} from "./entry.ts";
import { orderless } from "./iteration.ts";
import { refusedAll } from "./refusals.ts";
import { members } from "../analysis/join.ts";
import { only } from "../analysis/kinds.ts";

const THREAD = "threading.Thread";
const TIMER = "threading.Timer";
const EVENT = "threading.Event";
const QUEUES = ["Queue", "LifoQueue", "PriorityQueue"] as const;

/** What is taken by `with`, and waits for it. */
export const LOCKS: readonly string[] = ["Lock", "RLock", "Semaphore", "BoundedSemaphore"].map(
  (name) => `threading.${name}`,
);

const turns = (c: CallEmit): void =>
  c.assume(
    "A0127",
    "threads take turns where they wait, and the program ends with its main part and what it has joined",
  );

const THREAD_PARAMS = "group?:none, target?:callable|none, name?:text|none, args?:tuple|list, kwargs?:none, verbose?";

/** The types of the arguments of a thread's function. */
function argumentTypes(c: CallTypes): readonly Type[] {
  const args = c.type("args");
  const node = c.node("args");
  if (args.k === "tuple") return args.items;
  return args.k === "list" && node?.kind === "List" ? node.elts.map(() => args.elem.type) : [];
}

/** The function of a thread is called with its arguments, whenever that is. */
function thread(c: CallTypes): Type {
  if (c.has("target") && c.type("target").k !== "never") c.callResult(c.type("target"), argumentTypes(c));
  return lib(THREAD);
}

function settings(c: CallEmit): ts.Expression[] | string {
  turns(c);
  if (c.has("args") && !only(c.type("args"), "tuple") && c.node("args")?.kind !== "List")
    return "arguments of a thread that are not written as a tuple";
  const target = c.type("target");
  if (c.has("target") && !members(target).every((m) => m.k === "func" || m.k === "none"))
    return "a thread of what is no function of the program";
  const run = c.has("target") ? c.handed("target", argumentTypes(c).length) : null;
  if (typeof run === "string") return run;
  const given = ["target", "args", "name"].filter((name) => c.has(name));
  const made = given.map((name): readonly [string, ts.Expression] => {
    const node = c.node(name);
    if (name === "target" && run) return [name, run];
    // `args=()` is written as it is, without a type of its own.
    return [
      name,
      name === "args" && node?.kind === "Tuple" ? array(node.elts.map((item) => c.translate(item))) : c.ts(name),
    ];
  });
  return made.length > 0 ? [object(made)] : [];
}

/** What Thread calls of itself. */
const inner = /^(_Thread__\w+|_block|_note|_reset_internal_locks|_set_daemon|_set_ident)$/;

const hook = (name: string): Hook | string | null => {
  if (inner.test(name)) return "a step inside the thread";
  return name === "run" ? { params: [], declared: true, ignored: true } : null;
};

const semaphoreArguments = (c: CallEmit, name: string): ts.Expression[] => {
  const value = c.has("value") ? [c.ts("value")] : [];
  return name === "BoundedSemaphore" ? [value[0] ?? number(1), id("true")] : value;
};

const lock = (name: string, runtime = name): Entry =>
  fn(name.includes("Semaphore") ? "value?:int" : "verbose?", lib(`threading.${name}`), (c): Emitted => {
    turns(c);
    return construct(c.runtime("python", runtime), semaphoreArguments(c, name));
  });

const inside = "a part of the module that nobody is meant to use";

/** How many threads have started and not ended, with the main one. */
const count = fn("", int, (c) => {
  turns(c);
  return member(call(c.runtime("python", "liveThreads")), "length");
});

export const threading: LibraryModule = {
  name: "threading",
  members: {
    Thread: {
      kind: "class",
      name: THREAD,
      runtime: { barrel: "python", name: "Thread" },
      subclass: { attributes: [], hook, settable: ["daemon", "name"] },
      constructor: fn(
        THREAD_PARAMS,
        thread,
        (c): Emitted => {
          const args = settings(c);
          return typeof args === "string" ? args : construct(c.runtime("python", "Thread"), args);
        },
        { runsCallbacks: true },
      ),
    },
    Lock: lock("Lock"),
    RLock: lock("RLock"),
    Semaphore: lock("Semaphore"),
    BoundedSemaphore: lock("BoundedSemaphore", "Semaphore"),
    Event: fn("verbose?", lib(EVENT), (c) => construct(c.runtime("python", "ThreadEvent"))),
    currentThread: fn("", lib(THREAD), (c) => call(c.runtime("python", "currentThread"))),
    current_thread: fn("", lib(THREAD), (c) => call(c.runtime("python", "currentThread"))),
    Timer: fn(
      "interval:number, function:callable",
      (c) => {
        c.callResult(c.type("function"), []);
        return lib(TIMER);
      },
      (c): Emitted => {
        turns(c);
        if (!members(c.type("function")).every((m) => m.k === "func"))
          return "a timer of what is no function of the program";
        const run = c.handed("function", 0);
        return typeof run === "string" ? run : construct(c.runtime("python", "Timer"), [c.ts("interval"), run]);
      },
      { runsCallbacks: true },
    ),
    activeCount: count,
    active_count: count,
    enumerate: fn(
      "",
      (c) => listOf(c.clock, lib(THREAD)),
      (c) => {
        turns(c);
        return call(c.runtime("python", "liveThreads"));
      },
    ),
    ...refusedAll("Condition local stack_size ThreadError", "use Thread, Lock, Event and Queue"),
    ...refusedAll("settrace setprofile warnings", inside),
  },
};

const plain = (name: string, params: string, result: Type, ts_ = name): readonly [string, Entry] => [
  name,
  fn(params, result, (c) =>
    method(
      c.receiverTs,
      ts_,
      c.names().map((n) => c.ts(n)),
    ),
  ),
];

/** A method that waits; what is left out before what is given is Python's default. */
const waits = (name: string, params: string, result: Type | ((c: CallTypes) => Type)): readonly [string, Entry] => [
  name,
  asyncFn(params, result, (c) => {
    const names = params.split(", ").map((p) => p.replace(/[?:].*/, ""));
    const last = names.findLastIndex((n) => c.has(n));
    const args = names.slice(0, last + 1).map((n): ts.Expression => {
      const node = c.node(n);
      if (n === "block" || n === "blocking")
        return node ? c.truth(node) : { type: "Literal", value: true, raw: "true" };
      return node ? c.ts(n) : nil();
    });
    return method(c.receiverTs, name, args);
  }),
];

const settable = (name: string, type: Type, kind: "bool" | "str"): readonly [string, Entry] => [
  name,
  value(
    type,
    ({ receiverTs }) => member(receiverTs, name),
    ({ receiverTs }, made, given): Emitted =>
      only(given, kind) ? assign(member(receiverTs, name), made) : `${name} of a thread of another type`,
  ),
];

const threadType: InstanceType = {
  name: THREAD,
  tsType: ({ runtimeType }) => runtimeType("python", "Thread"),
  members: {
    __init__: fn(
      THREAD_PARAMS,
      (c) => {
        thread(c);
        return none;
      },
      (c): Emitted => {
        const args = settings(c);
        return typeof args === "string" ? args : call({ type: "Super" }, args);
      },
      { runsCallbacks: true },
    ),
    ...Object.fromEntries([
      plain("start", "", none),
      waits("join", "timeout?:number|none", none),
      plain("isAlive", "", bool),
      plain("is_alive", "", bool, "isAlive"),
      plain("setDaemon", "daemonic:bool", none),
      plain("isDaemon", "", bool),
      plain("setName", "name:text", none),
      plain("getName", "", str),
      settable("daemon", bool, "bool"),
      settable("name", str, "str"),
    ]),
    ...refusedAll("run ident", "a part of Thread that is not translated"),
  },
};

const timerType: InstanceType = {
  name: TIMER,
  tsType: ({ runtimeType }) => runtimeType("python", "Timer"),
  members: {
    ...threadType.members,
    cancel: fn("", none, (c) => method(c.receiverTs, "cancel")),
    __init__: refused("a class of one's own that is a timer"),
  },
};

const lockTypes = LOCKS.map((name): InstanceType => ({
  name,
  tsType: ({ runtimeType }) => runtimeType("python", name.replace("threading.", "").replace("Bounded", "")),
  members: Object.fromEntries([
    waits("acquire", "blocking?", bool),
    plain("release", "", none),
    ...(name === "threading.Lock" ? [plain("locked", "", bool)] : []),
  ]),
}));

const eventType: InstanceType = {
  name: EVENT,
  tsType: ({ runtimeType }) => runtimeType("python", "ThreadEvent"),
  members: Object.fromEntries([
    waits("wait", "timeout?:number|none", bool),
    plain("set", "", none),
    plain("clear", "", none),
    plain("isSet", "", bool),
    plain("is_set", "", bool, "isSet"),
  ]),
};

/** The type of what a queue holds. */
const held = (type: Type): Type => (type.k === "lib" ? (type.fields?.get("item") ?? never) : unknown);

const keep = (c: CallTypes): Type => {
  if (c.receiver.k === "lib") c.receiver.fields?.grow("item", c.type("item"));
  return none;
};

export const queue: LibraryModule = {
  name: "Queue",
  members: {
    ...Object.fromEntries(
      QUEUES.map((name): [string, Entry] => [
        name,
        {
          kind: "class",
          name: `Queue.${name}`,
          runtime: { barrel: "python", name },
          constructor: fn(
            "maxsize?:int",
            (c) => libWith(`Queue.${name}`, c.clock.fields()),
            (c): Emitted => {
              turns(c);
              const item = held(c.resultType);
              if (item.k === "never") return "a queue that nothing is put into";
              const bad = name === "PriorityQueue" ? orderless(item) : null;
              if (bad) return bad;
              return construct(c.runtime("python", name), c.has("maxsize") ? [c.ts("maxsize")] : [], [c.tsType(item)]);
            },
          ),
        },
      ]),
    ),
    ...refusedAll("deque heapq", inside),
  },
};

const queueTypes = QUEUES.map((name): InstanceType => ({
  name: `Queue.${name}`,
  tsType: ({ runtimeType, fields }) =>
    ({
      ...runtimeType("python", name),
      typeArguments: {
        type: "TSTypeParameterInstantiation",
        params: [fields.find(([field]) => field === "item")?.[1] ?? { type: "TSUnknownKeyword" }],
      },
    }) as ts.TypeNode,
  members: {
    put: asyncFn("item, block?, timeout?:number|none", keep, (c) => method(c.receiverTs, "put", putArguments(c))),
    put_nowait: fn("item", keep, (c) => method(c.receiverTs, "putNowait", [c.ts("item")])),
    get_nowait: fn(
      "",
      (c) => held(c.receiver),
      (c) => method(c.receiverTs, "getNowait"),
    ),
    ...Object.fromEntries([
      waits("get", "block?, timeout?:number|none", (c) => held(c.receiver)),
      waits("join", "", none),
      plain("task_done", "", none, "taskDone"),
      plain("qsize", "", int),
      plain("empty", "", bool),
      plain("full", "", bool),
    ]),
    ...refusedAll("queue mutex maxsize unfinished_tasks not_empty not_full all_tasks_done", "the queue's own parts"),
  },
}));

/** The item, and how to wait where that is said. */
function putArguments(c: CallEmit): ts.Expression[] {
  const block = c.node("block");
  if (!block && !c.has("timeout")) return [c.ts("item")];
  const blocks: ts.Expression = block ? c.truth(block) : { type: "Literal", value: true, raw: "true" };
  return [c.ts("item"), blocks, ...(c.has("timeout") ? [c.ts("timeout")] : [])];
}

export const threadTypes: readonly InstanceType[] = [threadType, timerType, ...lockTypes, eventType, ...queueTypes];
