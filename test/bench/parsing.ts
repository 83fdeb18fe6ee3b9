import { readdirSync, readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { createCatalog } from '../../server/src/catalog/catalog.ts';
import { loadCatalogData } from '../../server/src/catalog/load.ts';
import { claimedIn } from '../../server/src/evidence/text/claimedText.ts';
import { createPrefilter } from '../../server/src/evidence/text/prefilter.ts';
import { SearchedText } from '../../server/src/evidence/text/searchedText.ts';
import { createSignalReader } from '../../server/src/evidence/text/signals.ts';
import { isTree } from '../../server/src/languages/description.ts';
import { LANGUAGES } from '../../server/src/languages/registry.ts';
import { createTreeSitter } from '../../server/src/languages/tree/syntax/treeSitter.ts';
import { compileWasmOnce } from '../../server/src/node/compileOnce.ts';
import { NO_PROJECT, type ProjectFacts } from '../../server/src/project/facts.ts';
import { CUES } from '../../server/src/service/cues.ts';

// What is left of a check where a project claims both vendors, if nothing is done but to parse the programs in which
// something may stand by their own words: node parsing.js DIR
const [, program = '', folder = '.'] = process.argv;
const GRAMMARS = join(dirname(program), '../grammars');
/** UTF-16 units of the longest text that is read at all. */
const LIMIT_UNITS = 1_000_000;

const PROJECT: ProjectFacts = { ...NO_PROJECT, declared: ['thinq', 'nugu'] };

async function parseAll(): Promise<void> {
  compileWasmOnce();
  const treeSitter = createTreeSitter({ read: (name) => readFile(join(GRAMMARS, name)) });
  const data = loadCatalogData();
  const readSignals = createSignalReader(createCatalog(data));
  const { mayHaveFindings } = createPrefilter(data, CUES);
  for (const entry of readdirSync(folder, { withFileTypes: true, recursive: true })) {
    const language = LANGUAGES.find(({ extensions }) => extensions.some((ending) => entry.name.endsWith(ending)));
    if (!language || !isTree(language) || !entry.isFile()) continue;
    const text = readFileSync(join(entry.parentPath, entry.name), 'utf8');
    if (text.length > LIMIT_UNITS) continue;
    const asked = new SearchedText(text, language.comment);
    const claimed = claimedIn(text, entry.name, language);
    if (!mayHaveFindings(asked.search, PROJECT, () => readSignals(asked), claimed)) continue;
    const { read } = await treeSitter.load(basename(language.grammar));
    read(text);
  }
}

void parseAll();
