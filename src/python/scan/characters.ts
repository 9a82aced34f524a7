/** Tests of characters by their UTF-16 code, as Python 2.7's tokenizer sees them. */

export function isNameStart(code: number): boolean {
  return (code >= 97 && code <= 122) || (code >= 65 && code <= 90) || code === 95;
}

export function isDigit(code: number): boolean {
  return code >= 48 && code <= 57;
}

/** White space within a line. */
export function isBlank(code: number): boolean {
  return code === 32 || code === 9 || code === 12;
}

/** Whether a character could be part of a name, in Python 3 too. */
export function isNamePart(code: number): boolean {
  return isNameStart(code) || isDigit(code) || code >= 0x80;
}

/** Where the name or number that begins at an offset ends. */
export function nameEnd(text: string, start: number): number {
  const { length } = text;
  for (let end = start; end < length; end++) {
    const code = text.charCodeAt(end);
    if (!isNameStart(code) && !isDigit(code)) return end;
  }
  return length;
}
