import { splitExtension } from "../../python/files/splitExtension.ts";
import { splitScheme } from "../url/splitScheme.ts";
import { mimeTypes } from "./mimeTypes.ts";

/** Endings that stand for two. */
const twoInOne: Readonly<Record<string, string>> = {
  ".svgz": ".svg.gz",
  ".tgz": ".tar.gz",
  ".taz": ".tar.gz",
  ".tz": ".tar.gz",
  ".tbz2": ".tar.bz2",
  ".txz": ".tar.xz",
};

const encodings: Readonly<Record<string, string>> = {
  ".gz": "gzip",
  ".Z": "compress",
  ".bz2": "bzip2",
  ".xz": "xz",
};

/** Types that are common without being registered. */
const common: Readonly<Record<string, string>> = {
  ".rtf": "application/rtf",
  ".midi": "audio/midi",
  ".mid": "audio/midi",
  ".xul": "text/xul",
  ".jpg": "image/jpg",
  ".pict": "image/pict",
  ".pct": "image/pict",
  ".pic": "image/pict",
};

/**
 * `mimetypes.guess_type`: the media type of a file by the ending of its name or URL, and how it is compressed; null for what the
 * ending does not say. Unless `strict`, common types that are not registered count too.
 */
export function guessType(url: string, strict: unknown = true): [type: string | null, encoding: string | null] {
  const [scheme, rest] = splitScheme(url);
  if (scheme === "data") return [typeOfData(rest), null];
  let [base, ending] = splitExtension(rest);
  for (let whole = twoInOne[ending]; whole !== undefined; whole = twoInOne[ending]) {
    [base, ending] = splitExtension(base + whole);
  }
  const encoding = encodings[ending] ?? null;
  if (encoding !== null) [base, ending] = splitExtension(base);
  const lower = ending.toLowerCase();
  const known = mimeTypes().get(ending) ?? mimeTypes().get(lower);
  if (known !== undefined || strict) return [known ?? null, encoding];
  return [common[ending] ?? common[lower] ?? null, encoding];
}

function typeOfData(rest: string): string | null {
  const comma = rest.indexOf(",");
  if (comma < 0) return null;
  const [type = ""] = rest.slice(0, comma).split(";");
  return type.includes("=") || !type.includes("/") ? "text/plain" : type;
}
