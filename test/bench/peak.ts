import { writeFileSync } from 'node:fs';
import { isMainThread } from 'node:worker_threads';

// Loaded before a program whose greatest memory is asked for, with all its threads: `node --require peak.js program`.
process.once('exit', () => {
  const file = process.env.BENCH_PEAK;
  if (isMainThread && file) writeFileSync(file, String(process.resourceUsage().maxRSS / 1024));
});
