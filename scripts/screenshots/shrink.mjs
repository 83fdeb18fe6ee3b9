import UPNG from 'upng-js';

/** More are not needed for a window; fewer show. */
const COLOURS = 16;

/**
 * A picture, or several as an animation, with few colours: a third of the bytes.
 *
 * @param {readonly Buffer[]} pictures PNGs of one size
 * @param {readonly number[]} [delays] how long each is seen, in milliseconds
 * @returns {Buffer} a PNG, which several make an animated one
 */
export function shrink(pictures, delays) {
  const decoded = pictures.map((picture) => UPNG.decode(picture));
  const frames = decoded.map((one) => UPNG.toRGBA8(one)[0]);
  const [{ width, height }] = decoded;
  return Buffer.from(UPNG.encode(frames, width, height, COLOURS, delays));
}
