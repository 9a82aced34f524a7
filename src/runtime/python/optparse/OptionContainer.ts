import { ValueError } from "../exceptions/ValueError.ts";
import { repr } from "../repr/repr.ts";
import { Option } from "./Option.ts";
import { OptionConflictError } from "./OptionConflictError.ts";
import type { OptionSettings } from "./OptionSettings.ts";

/** What a parser and its groups share: every option by its names, and the defaults by destination. */
export interface OptionTable {
  readonly byName: Map<string, { readonly option: Option; readonly owner: OptionContainer }>;
  readonly defaults: Map<string, unknown>;
  readonly conflictHandler: string;
}

/** A list of options: a parser, or a group in its help. */
export class OptionContainer {
  readonly options: Option[] = [];
  description: string | null;
  protected readonly table: OptionTable;

  constructor(table: OptionTable, description: string | null) {
    this.table = table;
    this.description = description;
  }

  /** `add_option('-n', '--name', …)`, or an Option that is made already. */
  addOption(...given: [Option] | [...names: string[], settings: OptionSettings]): Option {
    const [first] = given;
    const option =
      first instanceof Option ? first : new Option(...(given as [...names: string[], settings: OptionSettings]));
    const { byName, defaults } = this.table;
    this.#resolveConflicts(option);
    this.options.push(option);
    for (const name of [...option.short, ...option.long]) byName.set(name, { option, owner: this });
    if (option.dest !== null) {
      if (Object.hasOwn(option.settings, "default")) defaults.set(option.dest, option.settings.default);
      else if (!defaults.has(option.dest)) defaults.set(option.dest, null);
    }
    return option;
  }

  addOptions(options: Iterable<Option>): void {
    for (const option of options) this.addOption(option);
  }

  hasOption(name: string): boolean {
    return this.table.byName.has(name);
  }

  removeOption(name: string): void {
    const found = this.table.byName.get(name);
    if (!found) throw new ValueError(`no such option ${repr(name)}`);
    for (const one of [...found.option.short, ...found.option.long]) this.table.byName.delete(one);
    remove(found.owner.options, found.option);
  }

  setDescription(description: string | null): void {
    this.description = description;
  }

  #resolveConflicts(option: Option): void {
    const taken = [...option.short, ...option.long].filter((name) => this.table.byName.has(name));
    if (taken.length === 0) return;
    if (this.table.conflictHandler !== "resolve") {
      throw new OptionConflictError(`conflicting option string(s): ${taken.join(", ")}`, option.toString());
    }
    for (const name of taken) {
      const other = this.table.byName.get(name);
      if (!other) continue;
      remove(name.startsWith("--") ? other.option.long : other.option.short, name);
      this.table.byName.delete(name);
      if (other.option.short.length + other.option.long.length === 0) remove(other.owner.options, other.option);
    }
  }
}

function remove<T>(list: T[], item: T): void {
  const at = list.indexOf(item);
  if (at >= 0) list.splice(at, 1);
}
