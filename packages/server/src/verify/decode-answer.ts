// Undoes the compression of an answer, which a proxy on the way may have added. Not by undici's interceptor: it is
// experimental, says so on standard error, and does not know the raw deflate that some servers send.
import { promisify } from 'node:util'
import { brotliDecompress, gunzip, inflate, inflateRaw } from 'node:zlib'

type Decode = (bytes: Buffer, options: { readonly maxOutputLength: number }) => Promise<Buffer>

/** Zlib's header: method 8, and a check sum (RFC 1950). Without it, the bytes are raw deflate. */
const hasZlibHeader = (bytes: Buffer) => ((bytes[0] ?? 0) & 15) === 8 && bytes.readUInt16BE(0) % 31 === 0

const decodeGzip: Decode = promisify(gunzip)

const DECODERS: Readonly<Record<string, Decode>> = {
  gzip: decodeGzip,
  'x-gzip': decodeGzip,
  br: promisify(brotliDecompress),
  deflate: (bytes, options) =>
    promisify(bytes.length > 1 && hasZlibHeader(bytes) ? inflate : inflateRaw)(bytes, options),
}

/** Layers beyond this are an attack. */
const MOST_LAYERS = 3

/**
 * Decodes an answer as its content-encoding says. An encoding that is none, such as `UTF-8`, changes nothing.
 *
 * @throws RangeError with the code `ERR_BUFFER_TOO_LARGE` for more than `maxBytes`; zlib's errors for damaged bytes
 */
export async function decodeAnswer(bytes: Buffer, contentEncoding: string, maxBytes: number): Promise<Buffer> {
  const layers = contentEncoding
    .toLowerCase()
    .split(',')
    .map((name) => DECODERS[name.trim()])
  let decoded = bytes
  for (const decode of layers.slice(-MOST_LAYERS).reverse()) {
    decoded = decode && decoded.length > 0 ? await decode(decoded, { maxOutputLength: maxBytes }) : decoded
  }
  return decoded
}
