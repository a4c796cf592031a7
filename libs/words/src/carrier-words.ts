/**
 * What carriers themselves obey, as whole messages and in English only. They come to us as well: a carrier that blocks a
 * number after STOP has done so before we read it, and one that answers HELP has answered. YES, with which a carrier also
 * lifts its own block, stays an answer here: what we may send is decided by what a person asked, not by the carrier.
 * Source: Twilio, "Support for opt-out keywords (SMS STOP filtering)", and docs/messaging/tutorials/advanced-opt-out.
 */
export const carrierWords = {
  stop: ['stop', 'stopall', 'stop all', 'unsubscribe', 'cancel', 'end', 'quit', 'optout', 'opt out', 'revoke'],
  help: ['help', 'info'],
  start: ['start', 'unstop'],
} as const;
