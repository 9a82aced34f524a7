import { HTTPError } from "../errors/HTTPError.ts";
import { passGivenStatus } from "../givenStatus.ts";
import { fieldsOf } from "../responseHeaders.ts";
import { toResponse } from "../toResponse.ts";

/** What a handler of errors gives as an answer: an HTTPError that it made, and did not raise, is one too in urllib2. */
export function asResponse(answer: Response | HTTPError): Response;
export function asResponse(answer: Response | HTTPError | null): Response | null;
export function asResponse(answer: Response | HTTPError | null): Response | null {
  if (!(answer instanceof HTTPError)) return answer;
  const { status, reason, headers, body, url } = answer;
  const response = toResponse({ status, reason, fields: fieldsOf(headers), body }, url);
  passGivenStatus(answer, response);
  return response;
}
