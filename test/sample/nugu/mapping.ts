import type { ThinQApiError } from '../thinq/errors';

/** What an appliance says through ThinQ, in the words of a NUGU answer. */
export function toResultCode(error: ThinQApiError): string {
  switch (error.code) {
    case '1222':
      return 'NoConnectionDevice';
    case '1308':
      return 'NoControlAuthority';
    case '2304':
      return 'DeviceTurnedOff';
    case '2305':
      return 'NotSupportedInCurrentMode';
    default:
      return 'NoConnectionDevice';
  }
}
