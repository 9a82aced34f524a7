import { ValueError } from "../exceptions/ValueError.ts";
import type { Argument } from "./Argument.ts";
import type { ArgumentSettings } from "./ArgumentSettings.ts";

/** Where a group's arguments are made and kept as well: the parser, or the group around. */
export interface ArgumentOwner {
  make(given: readonly string[], settings: ArgumentSettings): Argument;
  add(argument: Argument): void;
}

/** The names of an argument, and settings, which may be left out. */
export type ArgumentDefinition = readonly [...names: string[], settings: ArgumentSettings] | readonly string[];

export function splitDefinition(given: ArgumentDefinition): readonly [string[], ArgumentSettings] {
  const last = given.at(-1);
  return typeof last === "object" ? [given.slice(0, -1) as string[], last] : [[...given] as string[], {}];
}

/** `add_argument_group`: arguments under a heading of their own in the help. */
export class ArgumentGroup implements ArgumentOwner {
  readonly title: string | null;
  readonly description: string | null;
  readonly members: Argument[] = [];
  readonly #table: ArgumentOwner & {
    register(argument: Argument): void;
    addExclusive(group: MutuallyExclusiveGroup): void;
  };

  constructor(
    table: ArgumentOwner & { register(argument: Argument): void; addExclusive(group: MutuallyExclusiveGroup): void },
    title: string | null,
    description: string | null,
  ) {
    this.#table = table;
    this.title = title;
    this.description = description;
  }

  addArgument(...given: ArgumentDefinition): void {
    this.add(this.make(...splitDefinition(given)));
  }

  addMutuallyExclusiveGroup({ required = false }: { required?: boolean } = {}): MutuallyExclusiveGroup {
    const group = new MutuallyExclusiveGroup(this, required);
    this.#table.addExclusive(group);
    return group;
  }

  make(given: readonly string[], settings: ArgumentSettings): Argument {
    return this.#table.make(given, settings);
  }

  add(argument: Argument): void {
    this.#table.register(argument);
    this.members.push(argument);
  }
}

/** `add_mutually_exclusive_group`: arguments of which only one may be given. */
export class MutuallyExclusiveGroup {
  readonly required: boolean;
  readonly members: Argument[] = [];
  readonly #owner: ArgumentOwner;

  constructor(owner: ArgumentOwner, required: boolean) {
    this.#owner = owner;
    this.required = required;
  }

  addArgument(...given: ArgumentDefinition): void {
    const argument = this.#owner.make(...splitDefinition(given));
    if (argument.required) throw new ValueError("mutually exclusive arguments must be optional");
    this.#owner.add(argument);
    this.members.push(argument);
  }
}
