// How fast the simulator opens phoneNum, as a share of the rate at which OpenSSL itself raises one block, in the same run on
// one core. Below 0.5 it fails.
// node --conditions=@local-number/source --import tsx bench/simulator-decrypt.ts
import { constants, createPublicKey, privateDecrypt, publicEncrypt } from 'node:crypto'
import { performance } from 'node:perf_hooks'
import { decryptBlocks } from '../packages/testing/simulator/src/crypto/decrypt'
import { generatePrivateKey } from '../packages/testing/simulator/src/crypto/keys'
import type { KeyBits } from '../packages/testing/simulator-contract/src'

const TEXT = '13800138000A0B1C2D3E4F5A6B7C8D9E0F1A2B3C4D520260601120000000'
const LEAST_RATIO = 0.5
const ROUNDS = 15
const ROUND_MS = 100

/** Calls a second in one round. */
function rateOf(work: () => unknown): number {
  const began = performance.now()
  let calls = 0
  for (; performance.now() - began < ROUND_MS; calls += 1) work()
  return (calls * 1000) / (performance.now() - began)
}

const median = (rates: readonly number[]) => [...rates].sort((a, b) => a - b)[Math.floor(rates.length / 2)] ?? 0

function compare(bits: KeyBits): number {
  const key = generatePrivateKey(bits)
  const publicHalf = { key: createPublicKey(key), padding: constants.RSA_PKCS1_PADDING }
  const block = publicEncrypt(publicHalf, Buffer.from(TEXT))
  const phoneNum = block.toString('base64')
  const raw = () => privateDecrypt({ key, padding: constants.RSA_NO_PADDING }, block)
  const ours = () => decryptBlocks(phoneNum, key)

  const opened = ours()
  if (!('text' in opened) || opened.text !== TEXT) throw new Error('the simulator did not open its own phoneNum')
  // In turns, so that a busy machine is busy for both.
  const rounds = Array.from({ length: ROUNDS }, () => ({ raw: rateOf(raw), ours: rateOf(ours) }))
  const ratio = median(rounds.map((round) => round.ours / round.raw))
  const [rawRate, ourRate] = [median(rounds.map(({ raw }) => raw)), median(rounds.map(({ ours }) => ours))]
  console.log(
    `${bits} bits: raw ${rawRate.toFixed(0)}/s, simulator ${ourRate.toFixed(0)}/s, ratio ${ratio.toFixed(2)} (least ${LEAST_RATIO})`,
  )
  return ratio
}

const slowest = Math.min(compare(1024), compare(2048))
if (slowest < LEAST_RATIO) process.exitCode = 1
