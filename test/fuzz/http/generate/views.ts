import type { Choices } from "../Choices.ts";
import { ANSWER, READS } from "./answerViews.ts";
import { HTTP_ERROR, HTTP_EXCEPTION, SOCKET_ERROR, URL_ERROR } from "./errorViews.ts";
import { HEADERS } from "./headerViews.ts";
import { RESPONSE, RESPONSE_READS } from "./responseViews.ts";

const lists = {
  ANSWER,
  HEADERS,
  READS,
  HTTP_ERROR,
  URL_ERROR,
  SOCKET_ERROR,
  HTTP_EXCEPTION,
  RESPONSE,
  RESPONSE_READS,
} as const;

/** Some lines of one kind, about a variable. */
export const views = (g: Choices, kind: keyof typeof lists, variable: string, most = 2): string[] =>
  g.several(1, most, () => g.pick<string>(lists[kind])).flatMap((text) => text.replaceAll("@", variable).split("\n"));
