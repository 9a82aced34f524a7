import { HTTPException } from "./HTTPException.ts";

/** A connection was asked for what it cannot do now. */
export class ImproperConnectionState extends HTTPException {
  override readonly name: string = "ImproperConnectionState";
}

/** A request while another has no answer yet. */
export class CannotSendRequest extends ImproperConnectionState {
  override readonly name: string = "CannotSendRequest";
}

/** A header field outside of a request. */
export class CannotSendHeader extends ImproperConnectionState {
  override readonly name: string = "CannotSendHeader";
}

/** An answer before its request is sent, or before the one before it has been read. */
export class ResponseNotReady extends ImproperConnectionState {
  override readonly name: string = "ResponseNotReady";
}
