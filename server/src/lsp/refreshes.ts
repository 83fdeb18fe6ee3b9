/** Milliseconds without another cause after which there is a refresh. */
const QUIET_MS = 200;
/** Milliseconds after the first cause at which there is one in any case. */
const LATEST_MS = 2000;

/**
 * One refresh for all causes that come close together: a checkout changes many manifests, and some editors tell their
 * settings more than once.
 *
 * @returns tells of a cause
 */
export function createRefreshes(refresh: () => void): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let latest = 0;
  return () => {
    const now = performance.now();
    if (timer === undefined) latest = now + LATEST_MS;
    clearTimeout(timer);
    timer = setTimeout(
      () => {
        timer = undefined;
        refresh();
      },
      Math.max(0, Math.min(QUIET_MS, latest - now)),
    );
  };
}
