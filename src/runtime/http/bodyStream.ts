import { bodyError } from "./bodyError.ts";
import type { Exchange } from "./Exchange.ts";

// CPython closes the connection of a response when nothing refers to it any more.
const abandoned = new FinalizationRegistry<WeakRef<Exchange>>((exchange) => exchange.deref()?.close());

/** A body whose reading raises Python's errors, after everything that came before the fault, and obeys the timeout. */
export function bodyStream(body: ReadableStream<Uint8Array>, exchange: Exchange): ReadableStream<Uint8Array> {
  const reader = body.getReader();
  const stream = new ReadableStream<Uint8Array>(
    {
      async pull(controller) {
        exchange.wait();
        const piece = await reader.read().catch((failure: unknown) => {
          exchange.fault = exchange.reason ?? failure;
          return { done: true as const, value: undefined };
        });
        exchange.rest();
        if (!piece.done) return controller.enqueue(piece.value);
        const error = exchange.fault && bodyError(exchange.fault, exchange.answer.cut());
        if (error) controller.error(error);
        else controller.close();
      },
      cancel: () => exchange.close(),
    },
    // Nothing is read ahead, so the timeout runs only while the program waits.
    { highWaterMark: 0 },
  );
  // Held weakly: an open socket keeps its exchange, and a closed one must not.
  abandoned.register(stream, new WeakRef(exchange));
  return stream;
}
