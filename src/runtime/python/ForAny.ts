/**
 * Rest parameters `P` where `T` is `any`, what an untranslated place would have made: of that nobody knows what an operation gives.
 * For anything else TypeScript goes on to the next overload. (`0 extends 1 & T` holds of `any` alone.)
 */
export type ForAny<T, P extends readonly unknown[] = []> = 0 extends 1 & T ? P : [never];
