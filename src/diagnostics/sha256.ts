/** FIPS 180-4, section 4.2.2: the fractional parts of the cube roots of the first 64 primes. */
const roundConstants = fractions(64, Math.cbrt);
/** FIPS 180-4, section 5.3.3: the fractional parts of the square roots of the first 8 primes. */
const initialState = fractions(8, Math.sqrt);

/**
 * SHA-256 of a text (as UTF-8) or of bytes, as 64 lower-case hexadecimal digits.
 * Our own, because the core also runs in a browser, where the platform's digest is asynchronous and `node:crypto` is not there.
 */
export function sha256(input: string | Uint8Array): string {
  const message = pad(typeof input === "string" ? new TextEncoder().encode(input) : input);
  const view = new DataView(message.buffer);
  const state = Int32Array.from(initialState);
  const words = new Int32Array(64);
  for (let block = 0; block < message.length; block += 64) {
    for (let i = 0; i < 16; i++) words[i] = view.getInt32(block + i * 4);
    for (let i = 16; i < 64; i++) {
      const w15 = words[i - 15]!;
      const w2 = words[i - 2]!;
      const s0 = rotate(w15, 7) ^ rotate(w15, 18) ^ (w15 >>> 3);
      const s1 = rotate(w2, 17) ^ rotate(w2, 19) ^ (w2 >>> 10);
      words[i] = (words[i - 16]! + s0 + words[i - 7]! + s1) | 0;
    }
    compress(state, words);
  }
  return Array.from(state, (word) => (word >>> 0).toString(16).padStart(8, "0")).join("");
}

function compress(state: Int32Array, words: Int32Array): void {
  let a = state[0]!;
  let b = state[1]!;
  let c = state[2]!;
  let d = state[3]!;
  let e = state[4]!;
  let f = state[5]!;
  let g = state[6]!;
  let h = state[7]!;
  for (let i = 0; i < 64; i++) {
    const s1 = rotate(e, 6) ^ rotate(e, 11) ^ rotate(e, 25);
    const t1 = (h + s1 + ((e & f) ^ (~e & g)) + roundConstants[i]! + words[i]!) | 0;
    const s0 = rotate(a, 2) ^ rotate(a, 13) ^ rotate(a, 22);
    const t2 = (s0 + ((a & b) ^ (a & c) ^ (b & c))) | 0;
    h = g;
    g = f;
    f = e;
    e = (d + t1) | 0;
    d = c;
    c = b;
    b = a;
    a = (t1 + t2) | 0;
  }
  for (const [i, word] of [a, b, c, d, e, f, g, h].entries()) state[i] = state[i]! + word;
}

/** The message, a 1 bit, zeros, and the length in bits, to a multiple of 64 bytes. */
function pad(bytes: Uint8Array): Uint8Array<ArrayBuffer> {
  const padded = new Uint8Array(Math.ceil((bytes.length + 9) / 64) * 64);
  padded.set(bytes);
  padded[bytes.length] = 0x80;
  new DataView(padded.buffer).setBigUint64(padded.length - 8, BigInt(bytes.length) * 8n);
  return padded;
}

function rotate(word: number, bits: number): number {
  return (word >>> bits) | (word << (32 - bits));
}

function fractions(count: number, root: (n: number) => number): Int32Array {
  const result = new Int32Array(count);
  let found = 0;
  for (let n = 2; found < count; n++) {
    if (isPrime(n)) result[found++] = (root(n) % 1) * 2 ** 32;
  }
  return result;
}

function isPrime(n: number): boolean {
  for (let divisor = 2; divisor * divisor <= n; divisor++) if (n % divisor === 0) return false;
  return true;
}
