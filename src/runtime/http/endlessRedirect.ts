/** What stands before the phrase of an answer that redirects once too often. */
export const endlessRedirect =
  "The HTTP server returned a redirect error that would lead to an infinite loop.\nThe last 30x error message was:\n";
