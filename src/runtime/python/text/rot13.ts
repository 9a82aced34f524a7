/** `text.encode('rot13')`, and its `decode`: each letter of ASCII is the one 13 places on. */
export const rot13 = (text: string): string =>
  text.replace(/[a-z]/gi, (letter) => {
    const code = letter.charCodeAt(0);
    return String.fromCharCode((code & 31) <= 13 ? code + 13 : code - 13);
  });
