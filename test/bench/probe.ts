import { writeFileSync } from 'node:fs';
import { isMainThread } from 'node:worker_threads';

// Loaded before a program that is asked what it takes, with all its threads: `node --require probe.js program`.

// At its end: its greatest memory in MiB.
process.once('exit', () => {
  const file = process.env.BENCH_PEAK;
  if (isMainThread && file) writeFileSync(file, String(process.resourceUsage().maxRSS / 1024));
});

// Whenever whoever started it sends a message: ms of CPU so far.
if (isMainThread && process.send) {
  process.on('message', () => {
    const { user, system } = process.cpuUsage();
    process.send?.((user + system) / 1000);
  });
  // It must not keep a program alive that has nothing else to wait for.
  process.channel?.unref();
}
