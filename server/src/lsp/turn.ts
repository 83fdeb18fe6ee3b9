/** Lets waiting messages have their turn. A worker has no quicker way than a timer; Node's takes a millisecond at least. */
export function nextTurn(): Promise<void> {
  return new Promise((resume) => {
    if ('setImmediate' in globalThis) setImmediate(resume);
    else setTimeout(resume);
  });
}
