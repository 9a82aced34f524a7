import { OverflowError } from "../exceptions/OverflowError.ts";
import { ZeroDivisionError } from "../exceptions/ZeroDivisionError.ts";
import { valueMethod, type ValueKey } from "../hash/valueMethod.ts";
import { reprMethod } from "../repr/reprMethod.ts";

const DAY = 86_400_000_000n;

/** What `timedelta()` takes; floats too. */
export interface TimeDeltaParts {
  readonly days?: number;
  readonly seconds?: number;
  readonly microseconds?: number;
  readonly milliseconds?: number;
  readonly minutes?: number;
  readonly hours?: number;
  readonly weeks?: number;
}

const units = {
  weeks: 604_800_000_000n,
  days: DAY,
  hours: 3_600_000_000n,
  minutes: 60_000_000n,
  seconds: 1_000_000n,
  milliseconds: 1000n,
  microseconds: 1n,
} as const;

/** `datetime.timedelta`. */
export class TimeDelta {
  /** Microseconds. */
  readonly total: bigint;

  constructor(total: bigint) {
    if (total < -999_999_999n * DAY || total >= 1_000_000_000n * DAY) {
      const days = floor(total, DAY);
      if (BigInt.asIntN(32, days) !== days) throw new OverflowError("Python int too large to convert to C int");
      throw new OverflowError(`days=${days}; must have magnitude <= 999999999`);
    }
    this.total = total;
  }

  get days(): number {
    return Number(floor(this.total, DAY));
  }

  get seconds(): number {
    return Number(modulo(this.total, DAY) / 1_000_000n);
  }

  get microseconds(): number {
    return Number(modulo(this.total, 1_000_000n));
  }

  totalSeconds(): number {
    return Number(this.total) / 1e6;
  }

  add(other: TimeDelta): TimeDelta {
    return new TimeDelta(this.total + other.total);
  }

  subtract(other: TimeDelta): TimeDelta {
    return new TimeDelta(this.total - other.total);
  }

  times(factor: number): TimeDelta {
    return new TimeDelta(this.total * BigInt(factor));
  }

  /** `delta / n` and `delta // n`: whole microseconds, towards minus infinity. */
  over(divisor: number): TimeDelta {
    if (divisor === 0) throw new ZeroDivisionError("integer division or modulo by zero");
    return new TimeDelta(floor(this.total, BigInt(divisor)));
  }

  negated(): TimeDelta {
    return new TimeDelta(-this.total);
  }

  absolute(): TimeDelta {
    return this.total < 0n ? this.negated() : this;
  }

  /** No time at all is false. */
  __nonzero__(): boolean {
    return this.total !== 0n;
  }

  valueOf(): bigint {
    return this.total;
  }

  [valueMethod](): ValueKey {
    const text = String(this.total + 1_000_000_000n * DAY).padStart(21, "0");
    return { type: "timedelta", text, hashed: [this.days, this.seconds, this.microseconds] };
  }

  toString(): string {
    const { days, seconds, microseconds } = this;
    const two = (n: number): string => String(n).padStart(2, "0");
    const clock = `${Math.floor(seconds / 3600)}:${two(Math.floor(seconds / 60) % 60)}:${two(seconds % 60)}`;
    const fraction = microseconds === 0 ? "" : `.${String(microseconds).padStart(6, "0")}`;
    return `${days === 0 ? "" : `${days} day${Math.abs(days) === 1 ? "" : "s"}, `}${clock}${fraction}`;
  }

  [reprMethod](): string {
    const { days, seconds, microseconds } = this;
    if (microseconds !== 0) return `datetime.timedelta(${days}, ${seconds}, ${microseconds})`;
    return seconds === 0 ? `datetime.timedelta(${days})` : `datetime.timedelta(${days}, ${seconds})`;
  }
}

/** `datetime.timedelta(days=1, hours=2.5)`: fractions are rounded to microseconds. */
export function timeDelta(parts: TimeDeltaParts): TimeDelta {
  let whole = 0n;
  let rest = 0;
  for (const [name, unit] of Object.entries(units)) {
    const given = parts[name as keyof TimeDeltaParts] ?? 0;
    const integer = Math.trunc(given);
    whole += BigInt(integer) * unit;
    const fraction = (given - integer) * Number(unit);
    whole += BigInt(Math.trunc(fraction));
    rest += fraction - Math.trunc(fraction);
  }
  const rounded = Math.sign(rest) * Math.floor(Math.abs(rest) + 0.5);
  return new TimeDelta(whole + BigInt(rounded));
}

function floor(a: bigint, b: bigint): bigint {
  return (a - modulo(a, b)) / b;
}

function modulo(a: bigint, b: bigint): bigint {
  return ((a % b) + b) % b;
}
