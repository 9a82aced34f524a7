/** A list from which a class of the program derives: what is made from one is a list and no more. */
export class List<T> extends Array<T> {
  static readonly typeName: string = "list";

  static override get [Symbol.species](): ArrayConstructor {
    return Array;
  }
}
