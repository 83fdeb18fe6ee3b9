import assert from 'node:assert/strict';
import { type About, aboutInSentences } from '../../server/src/features/standing.ts';

describe('why a file is about somebody', () => {
  const thinq: About = { vendor: 'thinq', confidence: 'certain', reason: 'declared' };
  const nugu: About = { vendor: 'nugu', confidence: 'certain', reason: 'declared' };

  it('is said once for both vendors where it is the same', () => {
    assert.deepEqual(aboutInSentences([thinq, nugu]), {
      en: 'The project file says ThinQ and NUGU.',
      ko: '프로젝트 파일에 ThinQ와 NUGU로 적혀 있습니다.',
    });
  });

  it('is said for each where it is not', () => {
    const { en } = aboutInSentences([thinq, { ...nugu, reason: 'served' }]);
    assert.equal(en, "The project file says ThinQ. It serves paths of NUGU's.");
  });
});
