// Undoes the compression of an answer, which a proxy on the way may have added. Not by undici's interceptor: it is
// experimental, says so on standard error, and does not know the raw deflate that some servers send.
import { promisify } from 'node:util'
import { brotliDecompress, crc32, gunzip, inflate, inflateRaw } from 'node:zlib'

type Decode = (bytes: Buffer, options: { readonly maxOutputLength: number }) => Promise<Buffer>

/** Zlib's header: method 8, and a check sum (RFC 1950). Without it, the bytes are raw deflate. */
const hasZlibHeader = (bytes: Buffer) => ((bytes[0] ?? 0) & 15) === 8 && bytes.readUInt16BE(0) % 31 === 0

const decodeRaw: Decode = promisify(inflateRaw)

const decodeDeflate: Decode = (bytes, options) =>
  bytes.length > 1 && hasZlibHeader(bytes) ? promisify(inflate)(bytes, options) : decodeRaw(bytes, options)

const decodeGzip: Decode = (bytes, options) =>
  promisify(gunzip)(bytes, options).catch((error) => {
    if (error.code === TOO_LARGE) throw error
    return decodeFirstMember(bytes, options)
  })

const TOO_LARGE = 'ERR_BUFFER_TOO_LARGE'

/** What follows a whole gzip member, such as a line end, costs no answer. Node takes it for a second member. */
async function decodeFirstMember(bytes: Buffer, options: Parameters<Decode>[1]): Promise<Buffer> {
  const start = findGzipContents(bytes)
  const decoded = await decodeRaw(bytes.subarray(start), options)
  const trailer = Buffer.alloc(8)
  trailer.writeUInt32LE(crc32(decoded))
  trailer.writeUInt32LE(decoded.length, 4)
  if (bytes.indexOf(trailer, start) < 0) throw new Error('the gzip member is damaged')
  return decoded
}

/** RFC 1952 §2.3: ten bytes, then what the flags name. */
function findGzipContents(bytes: Buffer): number {
  const flags = bytes[3] ?? 0
  let at = 10
  if (flags & 4) at += 2 + (bytes.length >= at + 2 ? bytes.readUInt16LE(at) : 0)
  for (const text of [8, 16]) if (flags & text) at = bytes.indexOf(0, at) + 1 || bytes.length
  return flags & 2 ? at + 2 : at
}

/** What this server undoes, by its name in a content-encoding. */
export const DECODERS: ReadonlyMap<string, Decode> = new Map([
  ['gzip', decodeGzip],
  ['x-gzip', decodeGzip],
  ['br', promisify(brotliDecompress)],
  ['deflate', decodeDeflate],
])

/** Layers beyond this are an attack. */
const MOST_LAYERS = 3

/**
 * Decodes an answer as its content-encoding says. An encoding that is none, such as `UTF-8`, changes nothing, and
 * neither does one that was not applied: JSON stays as it is.
 *
 * @throws RangeError with the code `ERR_BUFFER_TOO_LARGE` for more than `maxBytes`; zlib's errors for damaged bytes
 */
export async function decodeAnswer(bytes: Buffer, contentEncoding: string, maxBytes: number): Promise<Buffer> {
  const layers = contentEncoding
    .toLowerCase()
    .split(',')
    .map((name) => DECODERS.get(name.trim()))
  let decoded = bytes
  for (const decode of layers.slice(-MOST_LAYERS).reverse()) {
    if (decode && decoded.length > 0) decoded = await decodeLayer(decode, decoded, maxBytes)
  }
  return decoded
}

/** A JSON object, perhaps behind a byte order mark. As Latin-1, each byte is a character. */
const JSON_START = /^(?:\xEF\xBB\xBF)?\s*\{\s*["}]/

async function decodeLayer(decode: Decode, bytes: Buffer, maxOutputLength: number): Promise<Buffer> {
  return decode(bytes, { maxOutputLength }).catch((error) => {
    if (error.code !== TOO_LARGE && JSON_START.test(bytes.toString('latin1'))) return bytes
    throw error
  })
}
