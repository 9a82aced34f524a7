import { heapPop } from "../heaps/heapPop.ts";
import { heapPush } from "../heaps/heapPush.ts";
import { Queue } from "./Queue.ts";

/** `Queue.PriorityQueue`: the least of what is in it comes out first. */
export class PriorityQueue<T> extends Queue<T> {
  protected override add(item: T): void {
    heapPush(this.items, item);
  }

  protected override take(): T {
    return heapPop(this.items);
  }
}
