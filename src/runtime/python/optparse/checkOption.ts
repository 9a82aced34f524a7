import { PyTypeError } from "../exceptions/PyTypeError.ts";
import { repr } from "../repr/repr.ts";
import { OptionError } from "./OptionError.ts";
import type { OptionSettings } from "./OptionSettings.ts";

const actions = new Set([
  ..."store store_const store_true store_false append append_const count".split(" "),
  ..."callback help version".split(" "),
]);
const types = new Set("string int long float complex choice".split(" "));

/** Parts the names of an option into short and long ones. */
export function optionNames(given: readonly string[]): { short: string[]; long: string[] } {
  const names = given.filter((name) => name !== "");
  if (names.length === 0) throw new PyTypeError("at least one option string must be supplied");
  const short: string[] = [];
  const long: string[] = [];
  for (const name of names) {
    const shown = [...short, ...long].join("/");
    if (name.length < 2) {
      throw new OptionError(`invalid option string ${repr(name)}: must be at least two characters long`, shown);
    }
    if (name.length === 2) {
      if (!/^-[^-]$/.test(name)) {
        const rule = "must be of the form -x, (x any non-dash char)";
        throw new OptionError(`invalid short option string ${repr(name)}: ${rule}`, shown);
      }
      short.push(name);
    } else {
      if (!/^--[^-]/.test(name)) {
        throw new OptionError(
          `invalid long option string ${repr(name)}: must start with --, followed by non-dash`,
          shown,
        );
      }
      long.push(name);
    }
  }
  return { short, long };
}

/** The action and the type of an option, checked in the order in which Python does; `shown` names it in messages. */
export function actionAndType(settings: OptionSettings, shown: string): { action: string; type: string | null } {
  const action = settings.action ?? "store";
  if (!actions.has(action)) throw new OptionError(`invalid action: ${repr(action)}`, shown);
  const typed = action === "store" || action === "append";
  let type = settings.type ?? null;
  if (type === null) {
    if (typed) type = settings.choices != null ? "choice" : "string";
  } else {
    if (type === "str") type = "string";
    if (!types.has(type)) throw new OptionError(`invalid option type: ${repr(type)}`, shown);
    if (!typed && action !== "callback") {
      throw new OptionError(`must not supply a type for action ${repr(action)}`, shown);
    }
  }
  checkRest(settings, action, type, shown);
  return { action, type };
}

function checkRest(
  { choices, const: constant, nargs }: OptionSettings,
  action: string,
  type: string | null,
  shown: string,
): void {
  if (type === "choice" && choices == null) {
    throw new OptionError("must supply a list of choices for type 'choice'", shown);
  }
  if (type !== "choice" && choices != null) {
    throw new OptionError(`must not supply choices for type ${repr(type)}`, shown);
  }
  if (!action.endsWith("_const") && constant != null) {
    throw new OptionError(`'const' must not be supplied for action ${repr(action)}`, shown);
  }
  if (action !== "store" && action !== "append" && nargs != null) {
    throw new OptionError(`'nargs' must not be supplied for action ${repr(action)}`, shown);
  }
}
