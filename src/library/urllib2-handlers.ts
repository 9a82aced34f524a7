import { float, int, lib, none, str, tupleOf, type Type } from "../analysis/types.ts";
import { awaited, call, construct, member, method, number, object } from "../emit/build.ts";
import type * as ts from "../emit/tree.ts";
import { CONNECTION, SECURE_CONNECTION } from "./http-connection.ts";
import { COOKIE_JAR, COOKIE_JARS } from "./cookielib.ts";
import { asyncFn, type CallEmit, type Emitted, type Entry, fn, type InstanceType, refused, value } from "./entry.ts";
import { handlerSubclass, managerSubclass } from "./hooks.ts";
import { CONTEXT } from "./ssl.ts";
import { MESSAGE, OPENER, REQUEST, RESPONSE } from "./urllib2-names.ts";
import { isNone } from "./is-none.ts";
import { isBytes } from "../analysis/kinds.ts";
import { members, union } from "../analysis/join.ts";

const MANAGERS = ["urllib2.HTTPPasswordMgr", "urllib2.HTTPPasswordMgrWithDefaultRealm"] as const;

/** A handler of urllib2: how it is made, and which of an opener's methods its class has. */
interface HandlerClass {
  readonly params: string;
  /** The arguments of the runtime's constructor; the reason where they have no counterpart. */
  readonly args: (c: CallEmit) => ts.Expression[] | string;
  readonly own: RegExp;
  readonly members: Readonly<Record<string, Entry>>;
}

const ERROR_PARAMS = `req:${REQUEST}, fp:${RESPONSE}, code:int, msg:text, headers:${MESSAGE}`;
const answer: Type = union([lib(RESPONSE), none]);

const stepCall = (c: CallEmit, name: string): ts.Expression =>
  method(
    c.receiverTs,
    name.replace(/_(\w)/g, (_, letter: string) => letter.toUpperCase()),
    c.names().map((n) => c.ts(n)),
  );

const step = (name: string, params: string, result: Type): Entry => asyncFn(params, result, (c) => stepCall(c, name));

/** What a handler of errors gives is taken as an answer: a program's own may give an HTTPError. */
const errorSteps = (names: string): Readonly<Record<string, Entry>> =>
  Object.fromEntries(
    names.split(" ").map((name): [string, Entry] => [
      name,
      fn(ERROR_PARAMS, answer, (c) => call(c.runtime("http", "asResponse"), [awaited(stepCall(c, name))]), {
        async: "inside",
      }),
    ]),
  );

const steps = (names: string, params: string, result: Type): Readonly<Record<string, Entry>> =>
  Object.fromEntries(names.split(" ").map((name) => [name, step(name, params, result)]));

const noArguments = { params: "", args: (): ts.Expression[] => [] };

/** The argument `name`, unless it is left out or None. */
const optional =
  (name: string) =>
  (c: CallEmit): ts.Expression[] =>
    c.has(name) && !isNone(c.node(name)) ? [c.ts(name)] : [];

/** `debuglevel`: what httplib prints of a connection is not printed here. */
const noteSilence = (c: CallEmit): void => {
  const node = c.node("debuglevel");
  const isZero = !node || (node.kind === "Num" && node.number.type === "int" && node.number.value === 0n);
  if (!isZero) c.assume("A0125", "what httplib prints of each connection with a debuglevel is not printed");
};

const passwords = {
  params: `password_mgr?:${MANAGERS.join("|")}|none`,
  args: optional("password_mgr"),
  members: {
    add_password: fn("realm:text|none, uri:text|list|tuple, user:text, passwd:text", none, addPassword),
    passwd: value(lib(MANAGERS[0]), ({ receiverTs }) => member(receiverTs, "passwd")),
  },
};

/** One entry for all managers, so that a value which may be any of them has the method. */
const findUserPassword = fn(
  "realm:text|none, authuri:text!find",
  () => tupleOf([union([str, none]), union([str, none])]),
  (c) => method(c.receiverTs, "findUserPassword", [c.ts("realm"), c.ts("authuri")]),
);

function addPassword(c: CallEmit): Emitted {
  return method(
    c.receiverTs,
    "addPassword",
    ["realm", "uri", "user", "passwd"].map((name) => c.ts(name)),
  );
}

/** `{"http": proxy}`: an object where the schemes are literals. */
function proxies(c: CallEmit): ts.Expression[] | string {
  const node = c.node("proxies");
  if (isNone(node) || !node) return [];
  const other = members(c.type("proxies")).find((m) => m.k !== "dict" || !members(m.value.type).every(isProxy));
  if (other) return "proxies that may be no text";
  if (node.kind !== "Dict" || !node.items.every(({ key }) => key?.kind === "Str")) return [c.ts("proxies")];
  return [object(node.items.map(({ key, value: url }) => [key?.kind === "Str" ? key.value : "", c.translate(url)]))];
}

const isProxy = (type: Type): boolean => ["str", "unicode", "poison"].includes(type.k) && !isBytes(type);

const CONNECTIONS: readonly string[] = [CONNECTION, SECURE_CONNECTION];

/** Whether calling a value of the type gives a connection of httplib's. */
const makesConnection = (type: Type): boolean =>
  members(type).length > 0 &&
  members(type).every((m) => {
    if (m.k === "libclass") return CONNECTIONS.includes(m.name);
    if (m.k === "class") return CONNECTIONS.includes(m.cls.libraryBase ?? "");
    return (
      m.k === "func" &&
      m.fn.returns.type.k !== "never" &&
      members(m.fn.returns.type).every(
        (made) =>
          (made.k === "lib" && CONNECTIONS.includes(made.name)) ||
          (made.k === "instance" && CONNECTIONS.includes(made.cls.libraryBase ?? "")),
      )
    );
  });

const seconds = union([float, int, none]);

/** `self.do_open(Connection, req)`: the request by a connection that the program makes. */
const doOpen: Entry = {
  ...asyncFn(
    `http_class, req:${REQUEST}`,
    (c) => {
      c.callResult(c.type("http_class"), [str], { timeout: seconds });
      return lib(RESPONSE);
    },
    (c): Emitted => {
      if (!makesConnection(c.type("http_class"))) return "a connection that is none of httplib's";
      const make = c.callback("http_class", [str, seconds], false, ["timeout"]);
      return typeof make === "string" ? make : call(c.runtime("http", "openThrough"), [make, c.ts("req")]);
    },
  ),
  runsCallbacks: true,
};

const handlers: Readonly<Record<string, HandlerClass>> = {
  BaseHandler: { ...noArguments, own: /^$/, members: {} },
  HTTPHandler: {
    params: "debuglevel?:int|bool",
    args: (c) => {
      noteSilence(c);
      return [];
    },
    own: /^http_(request|open)$/,
    members: {
      do_open: doOpen,
      ...steps("http_open", `req:${REQUEST}`, answer),
      ...steps("http_request", `request:${REQUEST}`, lib(REQUEST)),
      do_request_: step("do_request", `request:${REQUEST}`, lib(REQUEST)),
    },
  },
  HTTPSHandler: {
    params: `debuglevel?:int|bool, context?:${CONTEXT}|none`,
    args: (c) => {
      noteSilence(c);
      return optional("context")(c);
    },
    own: /^https_(request|open)$/,
    members: {
      do_open: doOpen,
      ...steps("https_open", `req:${REQUEST}`, answer),
      ...steps("https_request", `request:${REQUEST}`, lib(REQUEST)),
      do_request_: step("do_request", `request:${REQUEST}`, lib(REQUEST)),
    },
  },
  HTTPErrorProcessor: {
    ...noArguments,
    own: /^https?_response$/,
    members: steps("http_response https_response", `request:${REQUEST}, response:${RESPONSE}`, lib(RESPONSE)),
  },
  HTTPDefaultErrorHandler: {
    ...noArguments,
    own: /^http_error_default$/,
    members: errorSteps("http_error_default"),
  },
  HTTPRedirectHandler: {
    ...noArguments,
    own: /^http_error_30[1237]$|^redirect_request$/,
    members: {
      ...errorSteps("http_error_301 http_error_302 http_error_303 http_error_307"),
      ...steps("redirect_request", `${ERROR_PARAMS}, newurl:text`, union([lib(REQUEST), none])),
    },
  },
  FileHandler: {
    ...noArguments,
    own: /^file_open$/,
    members: {
      ...steps("file_open", `req:${REQUEST}`, answer),
      open_local_file: refused("a step inside the handler"),
      get_names: refused("the addresses of the machine"),
    },
  },
  UnknownHandler: { ...noArguments, own: /^unknown_open$/, members: {} },
  ProxyHandler: {
    params: "proxies?:dict|none",
    args: proxies,
    own: /^https?_open$/,
    members: { proxies: refused("the proxies of a handler as an attribute") },
  },
  HTTPCookieProcessor: {
    params: `cookiejar?:${COOKIE_JARS.join("|")}|none`,
    args: optional("cookiejar"),
    own: /^https?_re(quest|sponse)$/,
    members: {
      ...steps("http_request https_request", `request:${REQUEST}`, lib(REQUEST)),
      ...steps("http_response https_response", `request:${REQUEST}, response:${RESPONSE}`, lib(RESPONSE)),
      cookiejar: value(lib(COOKIE_JAR), ({ receiverTs }) => member(receiverTs, "cookiejar")),
    },
  },
  HTTPBasicAuthHandler: {
    ...passwords,
    own: /^http_error_401$/,
    members: { ...passwords.members, ...errorSteps("http_error_401") },
  },
  ProxyBasicAuthHandler: {
    ...passwords,
    own: /^http_error_407$/,
    members: { ...passwords.members, ...errorSteps("http_error_407") },
  },
  HTTPDigestAuthHandler: {
    ...passwords,
    params: passwords.params.replace("password_mgr", "passwd"),
    args: optional("passwd"),
    own: /^http_error_401$/,
    members: { ...passwords.members, ...errorSteps("http_error_401") },
  },
  ProxyDigestAuthHandler: {
    ...passwords,
    params: passwords.params.replace("password_mgr", "passwd"),
    args: optional("passwd"),
    own: /^http_error_407$/,
    members: { ...passwords.members, ...errorSteps("http_error_407") },
  },
};

/** `handler_order` where it is another than BaseHandler's. */
const orders: Readonly<Record<string, number>> = {
  ProxyHandler: 100,
  HTTPErrorProcessor: 1000,
  HTTPDigestAuthHandler: 490,
  ProxyDigestAuthHandler: 490,
};

/** Keys of the handlers' types. */
export const HANDLERS: readonly string[] = Object.keys(handlers).map((name) => `urllib2.${name}`);

/** The classes of handlers, to be derived from too. */
export const handlerClasses: Readonly<Record<string, Entry>> = Object.fromEntries(
  Object.entries(handlers).map(([name, { params, args, own }]): [string, Entry] => [
    name,
    {
      kind: "class",
      name: `urllib2.${name}`,
      runtime: { barrel: "http", name },
      subclass: handlerSubclass(own),
      statics: { handler_order: value(int, () => number(orders[name] ?? 500)) },
      constructor: fn(params, lib(`urllib2.${name}`), (c): Emitted => {
        const given = args(c);
        return typeof given === "string" ? given : construct(c.runtime("http", name), given);
      }),
    },
  ]),
);

const handlerTypes = Object.entries(handlers).map(([name, { params, args, members: own }]): InstanceType => ({
  name: `urllib2.${name}`,
  tsType: ({ runtimeType }) => runtimeType("http", name),
  members: {
    ...own,
    parent: value(lib(OPENER), ({ receiverTs }) => member(receiverTs, "parent")),
    __init__: fn(params, none, (c): Emitted => {
      const given = args(c);
      return typeof given === "string" ? given : call({ type: "Super" }, given);
    }),
  },
}));

const managerTypes = MANAGERS.map((name): InstanceType => ({
  name,
  tsType: ({ runtimeType }) => runtimeType("http", name.replace("urllib2.", "")),
  members: {
    add_password: passwords.members.add_password,
    find_user_password: findUserPassword,
    __init__: fn("", none, () => call({ type: "Super" }, [])),
    passwd: refused("the dict of passwords: find_user_password has them"),
    ...Object.fromEntries(["reduce_uri", "is_suburi"].map((n) => [n, refused("a step inside the manager")])),
  },
}));

export const managerClasses: Readonly<Record<string, Entry>> = Object.fromEntries(
  MANAGERS.map((name): [string, Entry] => {
    const short = name.replace("urllib2.", "");
    return [
      short,
      {
        kind: "class",
        name,
        runtime: { barrel: "http", name: short },
        subclass: managerSubclass,
        constructor: fn("", lib(name), (c) => construct(c.runtime("http", short))),
      },
    ];
  }),
);

export const handlersTypes: readonly InstanceType[] = [...handlerTypes, ...managerTypes];
