/** Tells somebody of changed files, one after the other, and each once however often it has changed meanwhile. */
export interface Changes {
  add(uri: string): void;
}

/**
 * @param change takes a file's change in @returns whether others may have other findings now
 * @param onOthers called when they may
 */
export function createChanges(
  change: (uri: string) => Promise<boolean>,
  onOthers: () => void,
  onError: (error: unknown) => void,
): Changes {
  const waiting = new Set<string>();
  let isRunning = false;
  const run = async (): Promise<void> => {
    if (isRunning) return;
    isRunning = true;
    try {
      let areOthers = false;
      for (const uri of waiting) {
        waiting.delete(uri);
        if (await change(uri)) areOthers = true;
      }
      if (areOthers) onOthers();
    } finally {
      isRunning = false;
    }
  };
  return {
    add(uri) {
      waiting.add(uri);
      run().catch(onError);
    },
  };
}
