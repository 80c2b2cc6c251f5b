// Recognizes images that a page can show: a known format, with a width and a height above 0.

interface Format {
  readonly signature: Buffer
  /** Reads width and height. */
  readSize(bytes: Buffer): readonly [number, number]
}

const FORMATS: readonly Format[] = [
  { signature: Buffer.from('GIF8'), readSize: (bytes) => [bytes.readUInt16LE(6), bytes.readUInt16LE(8)] },
  {
    signature: Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    readSize: (bytes) => [bytes.readUInt32BE(16), bytes.readUInt32BE(20)],
  },
  { signature: Buffer.from([0xff, 0xd8, 0xff]), readSize: readJpegSize },
]

export function isImage(bytes: Buffer): boolean {
  const format = FORMATS.find(({ signature }) => bytes.subarray(0, signature.length).equals(signature))
  try {
    return format?.readSize(bytes).every((side) => side > 0) ?? false
  } catch {
    // The bytes end before the size.
    return false
  }
}

/** Skips segments up to the frame header: SOF0 to SOF15 except DHT, JPG and DAC. */
function readJpegSize(bytes: Buffer): readonly [number, number] {
  for (let at = 2; ; at += 2 + bytes.readUInt16BE(at + 2)) {
    const marker = bytes.readUInt8(at + 1)
    const isFrame = marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker)
    if (isFrame) return [bytes.readUInt16BE(at + 7), bytes.readUInt16BE(at + 5)]
  }
}
