// Base64 by the platform, which browsers have; WeChat's logic layer has none.

const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/'

/** @param ascii a text of character codes below 256 */
export function encodeBase64(ascii: string): string {
  if (typeof btoa === 'function') return btoa(ascii)
  let encoded = ''
  for (let bit = 0; bit < 8 * ascii.length; bit += 6) {
    const at = bit >> 3
    // Beyond the end, charCodeAt gives NaN, which counts as no bits.
    const pair = (ascii.charCodeAt(at) << 8) | ascii.charCodeAt(at + 1)
    encoded += ALPHABET.charAt((pair >> (10 - (bit & 7))) & 63)
  }
  return encoded + '='.repeat((3 - (ascii.length % 3)) % 3)
}
