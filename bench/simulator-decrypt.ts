// Measures how fast the simulator decrypts phoneNum, as a share of the rate at which OpenSSL itself decrypts one block,
// in the same run on one core. Fails below 0.5. node --conditions=@local-number/source --import tsx
// bench/simulator-decrypt.ts
import { constants, createPublicKey, privateDecrypt, publicEncrypt } from 'node:crypto'
import { performance } from 'node:perf_hooks'
import { decryptBlocks } from '../packages/testing/simulator/src/crypto/decrypt'
import { generatePrivateKey } from '../packages/testing/simulator/src/crypto/keys'
import type { KeyBits } from '../packages/testing/simulator-contract/src'

const TEXT = '13800138000A0B1C2D3E4F5A6B7C8D9E0F1A2B3C4D520260601120000000'
const LEAST_RATIO = 0.5
const ROUNDS = 15
const ROUND_MS = 100

/** Calls per second in one round. */
function measureRate(work: () => unknown): number {
  const began = performance.now()
  let calls = 0
  for (; performance.now() - began < ROUND_MS; calls += 1) work()
  return (calls * 1000) / (performance.now() - began)
}

function findMedian(rates: readonly number[]): number {
  return [...rates].sort((a, b) => a - b)[Math.floor(rates.length / 2)] ?? 0
}

function compareRates(bits: KeyBits): number {
  const key = generatePrivateKey(bits)
  const publicHalf = { key: createPublicKey(key), padding: constants.RSA_PKCS1_PADDING }
  const block = publicEncrypt(publicHalf, Buffer.from(TEXT))
  const phoneNum = block.toString('base64')
  const decryptRaw = () => privateDecrypt({ key, padding: constants.RSA_NO_PADDING }, block)
  const decrypt = () => decryptBlocks(phoneNum, key)

  const decrypted = decrypt()
  if (!('text' in decrypted) || decrypted.text !== TEXT) throw new Error('the simulator did not decrypt the phoneNum')
  // Alternately, so that a busy machine slows both down.
  const rounds = Array.from({ length: ROUNDS }, () => ({ raw: measureRate(decryptRaw), ours: measureRate(decrypt) }))
  const ratio = findMedian(rounds.map((round) => round.ours / round.raw))
  const [rawRate, ourRate] = [findMedian(rounds.map(({ raw }) => raw)), findMedian(rounds.map(({ ours }) => ours))]
  console.log(
    `${bits} bits: raw ${rawRate.toFixed(0)}/s, simulator ${ourRate.toFixed(0)}/s, ratio ${ratio.toFixed(2)} (least ${LEAST_RATIO})`,
  )
  return ratio
}

const slowest = Math.min(compareRates(1024), compareRates(2048))
if (slowest < LEAST_RATIO) process.exitCode = 1
