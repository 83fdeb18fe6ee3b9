// What is shipped of others: packages in bundles, and grammars. The notices and the bills of materials are made of it.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, join, relative, resolve } from 'node:path';
import { Enums, Models, Serialize, Spec } from '@cyclonedx/cyclonedx-library';
import { root } from './setup.mjs';

/**
 * @typedef {object} Part
 * @property {string} name
 * @property {string} [version] of a package; nobody says it of a grammar that came within another package
 * @property {string} licence its id in SPDX
 * @property {string} text of the licence
 * @property {string} [integrity] of the package, as npm writes it
 * @property {string} [sha256] of the file
 */

const readJson = (path) => JSON.parse(readFileSync(join(root, path), 'utf8'));

/**
 * Everything by others in some files, by its name. What has its source beside it is ours.
 *
 * @param {readonly string[]} files paths, from the root or absolute
 * @returns {readonly Part[]}
 * @throws where there is no text of a licence
 */
export function partsIn(files) {
  const { packages } = readJson('package-lock.json');
  const { files: recorded } = readJson('server/wasm.json');
  /** @type {Map<string, Part>} */
  const parts = new Map();
  for (const file of files) {
    const path = relative(root, resolve(root, file)).replaceAll('\\', '/');
    const [folder, name] = /^.*node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(path) ?? [];
    if (folder && !parts.has(name)) {
      const { version, integrity } = packages[folder];
      const { license: licence } = readJson(`${folder}/package.json`);
      parts.set(name, { name, version, licence, integrity, text: licenceIn(folder) });
    }
    const { sha256, source, holds } = recorded[path.replace(/^node_modules\//, '')] ?? {};
    if (source) parts.set(source.name, { ...source, text: licenceOf(basename(path, '.wasm')) });
    if (holds) parts.set(holds.name, { ...holds, sha256, text: licenceOf(holds.name) });
  }
  return [...parts.values()].sort((a, b) => (a.name < b.name ? -1 : 1));
}

/** @param {readonly Part[]} parts @returns {string} their licences, one behind the other */
export function noticesOf(parts) {
  return parts
    .map(({ name, version, text }) => {
      const title = [name, version].filter(Boolean).join(' ');
      return `${title}\n${'='.repeat(title.length)}\n\n${text.trim()}\n`;
    })
    .join('\n\n');
}

/**
 * A bill of materials in CycloneDX's JSON, which is the same for the same parts: without a number and a time of its own.
 *
 * @param {readonly Part[]} parts
 * @returns {string}
 */
export function bomOf(parts) {
  const { name, version, license } = readJson('package.json');
  const bom = new Models.Bom();
  bom.metadata.component = component(Enums.ComponentType.Application, { name, version, licence: license });
  for (const part of parts) bom.components.add(component(Enums.ComponentType.Library, part));
  const serializer = new Serialize.JsonSerializer(new Serialize.JSON.Normalize.Factory(Spec.Spec1dot6));
  return `${serializer.serialize(bom, { sortLists: true, space: 2 })}\n`;
}

/** @param {Omit<Part, 'text'>} part */
function component(type, { name, version, licence, integrity, sha256 }) {
  const [scope, own] = name.startsWith('@') ? name.split('/') : [undefined, name];
  const hashes = new Models.HashDictionary();
  if (integrity) hashes.set(Enums.HashAlgorithm['SHA-512'], hexOf(integrity));
  if (sha256) hashes.set(Enums.HashAlgorithm['SHA-256'], sha256);
  // Only parts are packages of npm in every package of ours.
  const purl =
    type === Enums.ComponentType.Library &&
    version &&
    ['pkg:npm', ...(scope ? [encodeURIComponent(scope)] : []), `${own}@${version}`].join('/');
  return new Models.Component(type, name, {
    bomRef: purl || name,
    version,
    purl: purl || undefined,
    hashes,
    licenses: new Models.LicenseRepository([new Models.SpdxLicense(licence)]),
  });
}

/** @param {string} integrity sha512-… in base64 */
function hexOf(integrity) {
  return Buffer.from(integrity.replace(/^sha512-/, ''), 'base64').toString('hex');
}

function licenceIn(folder) {
  const file = readdirSync(join(root, folder)).find((entry) => /^(?:licen[cs]e|copying)/i.test(entry));
  if (!file) throw new Error(`${folder} has no text of its licence.`);
  return readFileSync(join(root, folder, file), 'utf8');
}

function licenceOf(grammar) {
  const path = `server/grammars/${grammar}.LICENSE`;
  if (!existsSync(join(root, path))) throw new Error(`There is no ${path}.`);
  return readFileSync(join(root, path), 'utf8');
}
