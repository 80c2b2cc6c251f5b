// Ids that nobody should guess: 128 bits as hex.

/** 32 hex digits, from the platform's secure randomness where it has one. */
export function randomId(): string {
  const bytes = new Uint8Array(16)
  if (typeof crypto === 'undefined' || !crypto.getRandomValues)
    bytes.set(Array.from(bytes, () => Math.floor(Math.random() * 256)))
  else crypto.getRandomValues(bytes)
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')
}
