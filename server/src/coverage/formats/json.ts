import { jsonPieces } from '../../report/reporters/jsonPieces.ts';
import { type CodeCoverage, type Group, percentByName, percentOf, tallyOf, type VendorCoverage } from '../coverage.ts';
import type { Format } from './format.ts';

/** Raised when a reader of the former form could no longer read the new one. */
const VERSION = 1;

/** For programs. Lines are counted from 0, as in the JSON of findings. */
export const json: Format = (coverage, { version }) => {
  const { tally, vendors, folders } = coverage;
  const tool = { name: 'thinq-nugu', version };
  const percents = { percent: percentOf(tally), percentByName: percentByName(tally) };
  const written = { version: VERSION, tool, ...percents, tally, vendors: vendors.map(vendorOf), folders };
  return [...jsonPieces(written, 1)].join('');
};

function vendorOf({ vendor, codes, classes, ranges, directives, undocumented, dispatches }: VendorCoverage): object {
  const tally = tallyOf(codes);
  return {
    vendor,
    percent: percentOf(tally),
    percentByName: percentByName(tally),
    tally,
    dispatches,
    codes: codes.map(codeOf),
    undocumented: undocumented.map(codeOf),
    classes: classes.map(groupOf),
    ranges: ranges.map(groupOf),
    directives: directives.map(groupOf),
  };
}

function codeOf({ code, state, covered, named, places }: CodeCoverage): object {
  return { code: code.code, state, covered, named, class: code.judgement.retry, places };
}

function groupOf({ id, codes }: Group): object {
  return { id, tally: tallyOf(codes), codes: codes.map(({ code }) => code.code) };
}
