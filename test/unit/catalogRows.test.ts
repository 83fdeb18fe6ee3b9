import assert from 'node:assert/strict';
import { createCatalog } from '../../server/src/catalog/catalog.ts';
import { loadCatalogData } from '../../server/src/catalog/load.ts';
import { catalogRows } from '../../server/src/features/pages/catalogRows.ts';
import type { Row } from '../../server/src/features/rows.ts';

const catalog = createCatalog(loadCatalogData());

describe('what is heard of the catalog', () => {
  const spoken = (rows: readonly Row[], id: string): string | undefined =>
    rows.flatMap((row) => [row.id === id ? row.spoken : undefined, spoken(row.rows ?? [], id)]).find(Boolean);

  it('says what is counted', () => {
    const english = catalogRows(catalog, 'en');
    const korean = catalogRows(catalog, 'ko');
    for (const [id, inEnglish, inKorean] of [
      ['thinq/retry', /^retry, \d+ codes$/, /^재시도, 코드 \d+개$/],
      ['nugu', /^NUGU smart home, \d\d codes$/, /^NUGU 스마트홈, 코드 \d\d개$/],
      ['nugu/directives', /^By directive, \d+ capabilities$/, /^디렉티브별, Capability \d+개$/],
      ['PowerControl', /^PowerControl, 2 directives$/, /^PowerControl, 디렉티브 2개$/],
    ] as const) {
      assert.match(spoken(english, id) ?? '', inEnglish);
      assert.match(spoken(korean, id) ?? '', inKorean);
    }
  });
});
