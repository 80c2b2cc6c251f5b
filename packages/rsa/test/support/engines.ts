// Both engines, for tests that hold for either.
import { rsaUtils as forge } from '../../src/forge'
import type { RsaUtils } from '../../src/index'
import { rsaUtils as node } from '../../src/node'

export const engines: [name: string, rsa: RsaUtils][] = [
  ['node', node],
  ['forge', forge],
]

/** Every way of pairing who writes with who reads. */
export const crossings = engines.flatMap(([writerName, writer]) =>
  engines.map(([readerName, reader]): [string, RsaUtils, string, RsaUtils] => [writerName, writer, readerName, reader]),
)
