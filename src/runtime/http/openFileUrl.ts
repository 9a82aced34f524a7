import { UntranslatedError } from "../python/exceptions/UntranslatedError.ts";
import { HttpRequest } from "./HttpRequest.ts";
import { installedOpener } from "./installedOpener.ts";
import { fileAnswer } from "./opener/fileAnswer.ts";

/** `urllib2.urlopen` of a URL that begins with `file:`. */
export async function openFileUrl(url: string): Promise<Response> {
  if (installedOpener.open !== null)
    throw new UntranslatedError("U0103", "a file: URL with an opener that is installed");
  return fileAnswer(new HttpRequest(url));
}
