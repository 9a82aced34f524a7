/** Keys of the types of urllib2's objects. */
export const REQUEST = "urllib2.Request";
export const RESPONSE = "urllib2.Response";
export const MESSAGE = "httplib.HTTPMessage";
export const OPENER = "urllib2.OpenerDirector";
