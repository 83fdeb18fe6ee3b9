import { ThinQApiError } from './errors';

// No page lists 2215. The live service sends some codes that no page lists, so this is information only.
const RETRYABLE = ['2209', '2210', '2215'];

/** @param {ThinQApiError} error */
export function isRetryable(error) {
  return RETRYABLE.includes(error.code);
}

/** A number that is plainly something else has neither a hover nor a finding. */
export function later(run) {
  setTimeout(run, 1000);
}
