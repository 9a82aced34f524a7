import { UntranslatedError } from "../python/exceptions/UntranslatedError.ts";
import { stripSpace } from "../python/text/stripSpace.ts";
import { toByteString } from "../python/text/toByteString.ts";
import { responseHeaders } from "./responseHeaders.ts";

interface SeekableFile {
  readline(): string;
  tell(): number;
  seek(offset: number): void;
}

/**
 * `mimetools.Message(fp)`: the header fields at the start of a file. It is read past the empty line behind them, or up to a line that is
 * no field, which has been read too where the file is not `seekable`.
 */
export function parseMessage(file: SeekableFile, seekable = true): Headers {
  const fields: [name: string, value: string, lines: string][] = [];
  const names = new Set<string>();
  /** The field that a line which begins with a blank goes on with. */
  let last: [name: string, value: string, lines: string] | undefined;
  let place = file.tell();
  let line = toByteString(file.readline());
  while (line.startsWith("From ")) line = toByteString(file.readline());
  for (; !["", "\n", "\r\n"].includes(line); place = file.tell(), line = toByteString(file.readline())) {
    const colon = line.indexOf(":");
    if (last !== undefined && /^[ \t]/.test(line)) {
      last[1] = stripSpace(`${last[1]}\n ${stripSpace(line)}`);
      last[2] += line;
    } else if (colon > 0) {
      const name = line.slice(0, colon);
      if (names.has(name.toLowerCase())) throw new UntranslatedError("U0103", "a message that repeats a field");
      names.add(name.toLowerCase());
      last = [name, stripSpace(line.slice(colon + 1)), line];
      fields.push(last);
    } else if (colon === 0) last = undefined;
    else {
      if (seekable) file.seek(place);
      break;
    }
  }
  return responseHeaders(fields);
}
