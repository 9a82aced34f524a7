/** `# U0103 part of the message`, `# A0111`: what must be reported on that line of a program. */
export const expectedReports = (text: string) =>
  text.split("\n").flatMap((line, i) =>
    [...line.matchAll(/# ([UAH]\d{4})(?: (.*))?$/g)].map(([, code = "", message = ""]) => ({
      line: i + 1,
      code,
      message,
    })),
  );
