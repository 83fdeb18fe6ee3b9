/** ThinQ codes that are also numbers of anything: successes, timeouts, the codes with which sockets close. */
export const COMMONPLACE: ReadonlySet<string> = new Set(['0000', '0001', '1000', '2000']);
