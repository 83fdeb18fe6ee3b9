import { generateFile, generateInsertion } from '../../server/src/generate/generate.ts';
import { TARGET_TITLES } from '../../server/src/generate/names.ts';
import { TARGETS } from '../../server/src/generate/targets.ts';
import { ALL, fileNameOf, hostileCodes, wholeCatalog } from '../harness/generated.ts';
import type { Case } from './cases.ts';
import { program } from './compiler.ts';

/** What is generated in each language, as programs without fixes: all codes, some, and those with hostile texts. */
export function generatedCases(languageIds: ReadonlySet<string>, part = ''): readonly Case[] {
  const catalog = wholeCatalog();
  return TARGETS.flatMap((target) => {
    const [languageId = ''] = target.languageIds;
    const path = fileNameOf(target);
    const texts = {
      'all codes': generateFile(catalog, target, ALL),
      'some codes': generateFile(catalog, target, { vendors: [], classes: ['back-off', 'retry'] }),
      'codes with hostile texts': generateFile(hostileCodes(catalog), target, ALL),
      // What stands at the cursor has nothing above it, which these languages do without.
      ...(target.opening === undefined &&
        target.wrap === undefined && { 'at the cursor': generateInsertion(hostileCodes(catalog), target, ALL) }),
    };
    return Object.entries(texts).flatMap(([what, text]) => {
      const name = `generated › ${TARGET_TITLES[target.id]} › ${what}`;
      if (text === undefined || !languageIds.has(languageId) || !name.includes(part)) return [];
      return [{ name, before: program(languageId, path, text), fixes: [] }];
    });
  });
}
