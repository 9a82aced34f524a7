import { bool, int, lib, none, str, type Type } from "../analysis/types.ts";
import { assign, call, construct, member, method, object } from "../emit/build.ts";
import type * as ts from "../emit/tree.ts";
import {
  type CallEmit,
  type Emitted,
  type Entry,
  fn,
  type InstanceType,
  type LibraryModule,
  refused,
  value,
} from "./entry.ts";
import { inPlaces } from "./signature.ts";
import { wrapSocket, wrapWithContext } from "./sockets.ts";
import { refusedAll } from "./refusals.ts";
import { isNone } from "./is-none.ts";

export const CONTEXT = "ssl.SSLContext";
const PURPOSE = "ssl.Purpose";

const unchecked = "anybody on the way can read and change what is sent: the certificate of the server is not checked";

/** A context with the authorities of `cafile` or `cadata`. `capath` is a folder of OpenSSL's own layout. */
function defaultContext(c: CallEmit): ts.Expression | string {
  if (c.has("capath") && !isNone(c.node("capath")))
    return "capath, a folder of certificates: give their file as cafile";
  const options = ["cafile", "cadata"].filter((name) => c.has(name) && !isNone(c.node(name)));
  return call(
    c.runtime("http", "createDefaultContext"),
    options.length > 0 ? [object(options.map((name) => [name, c.ts(name)] as const))] : [],
  );
}

/** The context that `urlopen` makes of its arguments; null if it has none of its own. */
export function certificates(c: CallEmit): ts.Expression | string | null {
  const given = (name: string): boolean => c.has(name) && !isNone(c.node(name));
  const own = ["cafile", "capath", "cadefault"].some(given);
  if (given("context")) return own ? "both a context and certificates: a ValueError in Python" : c.ts("context");
  return own ? defaultContext(c) : null;
}

const constant = (name: string): Entry => value(int, ({ runtime }) => runtime("http", name));

/** An attribute of a context under the runtime's name. */
const attribute = (
  native: string,
  type: Type,
  onAssign?: (hazard: (text: string) => void, value: ts.Expression) => void,
): Entry =>
  value(
    type,
    ({ receiverTs }) => member(receiverTs, native),
    ({ receiverTs, hazard }, made) => {
      onAssign?.((text) => hazard("H0108", text), made);
      return assign(member(receiverTs, native), made);
    },
  );

const isConstant = (node: ts.Expression, name: string): boolean => node.type === "Identifier" && node.name === name;

const contextType: InstanceType = {
  name: CONTEXT,
  tsType: ({ runtimeType }) => runtimeType("http", "SSLContext"),
  members: {
    check_hostname: attribute("checkHostname", bool, (hazard, made) => {
      if (isConstant(made, "false")) hazard("any host with a valid certificate can stand in for the server");
    }),
    verify_mode: attribute("verifyMode", int, (hazard, made) => {
      if (isConstant(made, "CERT_NONE")) hazard(unchecked);
    }),
    load_verify_locations: fn("cafile?:text|none, capath?:text|none, cadata?:text|none", none, (c): Emitted => {
      if (c.has("capath") && !isNone(c.node("capath")))
        return "capath, a folder of certificates: give their file as cafile";
      return method(c.receiverTs, "loadVerifyLocations", inPlaces(c, ["cafile", "cadata"]));
    }),
    load_default_certs: fn("~purpose?", none, (c) => method(c.receiverTs, "loadDefaultCerts")),
    set_default_verify_paths: fn("", none, (c) => method(c.receiverTs, "loadDefaultCerts")),
    load_cert_chain: fn("certfile:text, keyfile?:text|none, password?:text|none", none, (c): Emitted => {
      if (c.has("password") && !c.has("keyfile")) return "load_cert_chain(password=…) without a keyfile";
      return method(
        c.receiverTs,
        "loadCertChain",
        c.names().map((name) => c.ts(name)),
      );
    }),
    wrap_socket: wrapWithContext,
    set_ciphers: fn("ciphers:text", none, (c) => method(c.receiverTs, "setCiphers", [c.ts("ciphers")])),
    protocol: refused("the version of TLS as an attribute"),
    options: refused("OpenSSL's option bits: Node has no SSLv2 and SSLv3 as it is"),
    verify_flags: refused("OpenSSL's flags of verification"),
    ...refusedAll(
      "load_dh_params set_ecdh_curve set_npn_protocols set_alpn_protocols set_servername_callback get_ca_certs cert_store_stats session_stats",
      "sockets of one's own, and their statistics",
    ),
  },
};

const purpose: InstanceType = {
  name: PURPOSE,
  tsType: () => ({ type: "TSUnknownKeyword" }),
  members: {
    SERVER_AUTH: value(str, () => "ssl.Purpose.SERVER_AUTH by itself"),
    CLIENT_AUTH: refused("certificates of a server's clients"),
  },
};

export const ssl: LibraryModule = {
  name: "ssl",
  members: {
    SSLContext: {
      kind: "class",
      name: CONTEXT,
      runtime: { barrel: "http", name: "SSLContext" },
      constructor: fn("protocol:int", lib(CONTEXT), (c) => {
        c.hazard("H0108", `${unchecked} unless verify_mode says so`);
        return construct(c.runtime("http", "SSLContext"), [c.ts("protocol")]);
      }),
    },
    create_default_context: fn(
      "purpose?, cafile?:text|none, capath?:text|none, cadata?:text|none",
      lib(CONTEXT),
      (c): Emitted => {
        const node = c.node("purpose");
        if (node && !(node.kind === "Attribute" && node.attr === "SERVER_AUTH"))
          return "a context for another purpose than asking servers";
        return defaultContext(c);
      },
    ),
    _create_unverified_context: fn(
      "",
      lib(CONTEXT),
      (c) => {
        c.hazard("H0108", unchecked);
        return call(c.runtime("http", "createUnverifiedContext"));
      },
      { reference: { barrel: "http", name: "createUnverifiedContext" } },
    ),
    _create_default_https_context: value(
      () => ({ k: "libfn", name: "ssl.create_default_context" }),
      () => "what makes the context of https connections, read",
      ({ runtime, hazard }, made, type) => {
        if (type.k !== "libfn") return "a context made by another function than the ssl module's";
        if (type.name === "ssl._create_unverified_context") hazard("H0108", `${unchecked}, in the whole program`);
        return call(runtime("http", "setDefaultHttpsContext"), [made]);
      },
    ),
    wrap_socket: wrapSocket,
    Purpose: value(lib(PURPOSE), () => "ssl.Purpose by itself"),
    ...Object.fromEntries(
      "CERT_NONE CERT_OPTIONAL CERT_REQUIRED PROTOCOL_SSLv23 PROTOCOL_TLSv1 PROTOCOL_TLSv1_1 PROTOCOL_TLSv1_2"
        .split(" ")
        .map((name) => [name, constant(name)]),
    ),
    PROTOCOL_TLS: value(int, ({ runtime }) => runtime("http", "PROTOCOL_SSLv23")),
    ...refusedAll("PROTOCOL_SSLv2 PROTOCOL_SSLv3", "versions of SSL that Node does not have"),
    ...refusedAll(
      "get_server_certificate match_hostname SSLSocket DER_cert_to_PEM_cert PEM_cert_to_DER_cert cert_time_to_seconds",
      "sockets of one's own and their certificates: use node:tls by hand",
    ),
    ...refusedAll(
      "OP_ALL OP_NO_SSLv2 OP_NO_SSLv3 OP_NO_TLSv1 OP_NO_TLSv1_1 OP_NO_TLSv1_2 OP_NO_COMPRESSION OPENSSL_VERSION OPENSSL_VERSION_INFO OPENSSL_VERSION_NUMBER HAS_SNI",
      "what the OpenSSL of a Python has",
    ),
  },
};

export const sslTypes: readonly InstanceType[] = [contextType, purpose];
