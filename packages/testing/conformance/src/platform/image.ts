// Whether bytes are an image that a page can show: its beginning, and a width and a height that are not 0.

interface Format {
  readonly begins: Buffer
  /** Where width and height stand, and how. */
  size(bytes: Buffer): readonly [number, number]
}

const FORMATS: readonly Format[] = [
  { begins: Buffer.from('GIF8'), size: (bytes) => [bytes.readUInt16LE(6), bytes.readUInt16LE(8)] },
  {
    begins: Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    size: (bytes) => [bytes.readUInt32BE(16), bytes.readUInt32BE(20)],
  },
  { begins: Buffer.from([0xff, 0xd8, 0xff]), size: sizeOfJpeg },
]

export function isImage(bytes: Buffer): boolean {
  const format = FORMATS.find(({ begins }) => bytes.subarray(0, begins.length).equals(begins))
  try {
    return format?.size(bytes).every((side) => side > 0) ?? false
  } catch {
    // It ends before its size.
    return false
  }
}

/** From segment to segment up to the frame header: SOF0 to SOF15 but DHT, JPG and DAC. */
function sizeOfJpeg(bytes: Buffer): readonly [number, number] {
  for (let at = 2; ; at += 2 + bytes.readUInt16BE(at + 2)) {
    const marker = bytes.readUInt8(at + 1)
    const isFrame = marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker)
    if (isFrame) return [bytes.readUInt16BE(at + 7), bytes.readUInt16BE(at + 5)]
  }
}
