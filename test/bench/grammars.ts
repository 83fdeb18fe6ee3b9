import { readSettings } from '../../server/src/settings.ts';
import { abuse, ordinaryCode } from '../harness/abuse.ts';
import { createWorld } from '../harness/host.ts';

// Gives one service everything that a file should not be: node grammars.js length [language…]
// Prints for each language the ms it took, the slowest text with its ms, and then the greatest memory of the process in MiB.
const [length = '100000', ...ids] = process.argv.slice(2);
const world = createWorld();
const root = world.project();
const settings = readSettings({}, 'en');

async function run(): Promise<void> {
  for (const language of ordinaryCode().filter(({ id }) => ids.length === 0 || ids.includes(id))) {
    const times: { readonly name: string; readonly time: number }[] = [];
    for (const { name, text } of abuse(language, Number(length), 990_000)) {
      const start = performance.now();
      const document = world.document(root, `file${language.extension}`, text);
      const { skipped } = await world.service.diagnose(document, settings);
      times.push({ name: `${name}${skipped ? ' (skipped)' : ''}`, time: performance.now() - start });
    }
    const worst = times.reduce((most, next) => (next.time > most.time ? next : most));
    const total = times.reduce((sum, { time }) => sum + time, 0);
    console.log(
      JSON.stringify({
        language: language.id,
        total: Math.round(total),
        worst: worst.name,
        most: Math.round(worst.time),
      }),
    );
  }
  console.log(JSON.stringify({ peak: Math.round(process.resourceUsage().maxRSS / 1024) }));
}

void run();
