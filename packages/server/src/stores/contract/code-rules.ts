// Of stores that keep codes; the others pass.
import { deepEqual, equal, ok, rejects } from 'node:assert/strict'
import type { CodeStore, Guess, NewMessage } from '../codes'
import { MARGIN_MS, race, type StoreHarness, type StoreRule, TTL_MS } from './rule'

const LONG_MS = 600_000
const PLACE = { number: 'number', session: 'session' }
const ELSEWHERE = { number: 'number', session: 'another session' }
const LIMITS = { guessesPerCode: 5, guessesPerNumber: 15, guessWindowMs: LONG_MS }
const MESSAGE: NewMessage = {
  ...LIMITS,
  code: 'code',
  sendingMs: 0,
  ttlMs: LONG_MS,
  gapMs: 0,
  most: 20,
  dayMs: LONG_MS,
}
const GUESS: Guess = { ...LIMITS, code: 'code', ticketId: 'ticket', repeatMs: LONG_MS }

const wrongGuess = (index: number): Guess => ({ ...GUESS, code: `wrong ${index}` })

interface CodeHarness extends Omit<StoreHarness, 'stores'> {
  readonly codes: CodeStore
}

const codeRule = (name: string, check: (harness: CodeHarness) => Promise<void>): StoreRule => ({
  name,
  async run({ stores: { codes }, ...harness }) {
    if (codes) await check({ codes, ...harness })
  },
})

const countStates = (guessed: readonly { readonly state: string }[], state: string) =>
  guessed.filter((each) => each.state === state).length

export const CODE_RULES: readonly StoreRule[] = [
  codeRule(
    'of many racing guesses with the right code one is the first, and all name its ticket',
    async ({ codes }) => {
      await codes.put(PLACE, MESSAGE)
      const guessed = await race(20, (index) => codes.guess(PLACE, { ...GUESS, ticketId: `ticket ${index}` }))
      const right = guessed.flatMap((each) => (each.state === 'right' ? [each] : []))
      equal(right.length, 20)
      equal(right.filter(({ isFirst }) => isFirst).length, 1)
      equal(new Set(right.map(({ ticketId }) => ticketId)).size, 1)
    },
  ),
  codeRule('of a hundred racing wrong guesses five are compared, and the code is void then', async ({ codes }) => {
    await codes.put(PLACE, MESSAGE)
    const guessed = await race(100, (index) => codes.guess(PLACE, wrongGuess(index)))
    equal(countStates(guessed, 'wrong'), 5)
    equal(countStates(guessed, 'void'), 95)
    deepEqual(await codes.guess(PLACE, GUESS), { state: 'void' })
  }),
  codeRule('the same wrong guess counts once, also when it races', async ({ codes }) => {
    await codes.put(PLACE, MESSAGE)
    const guessed = await race(20, () => codes.guess(PLACE, wrongGuess(1)))
    for (const each of guessed) deepEqual(each, { state: 'wrong', left: 4 })
  }),
  codeRule(
    'another message keeps the count of wrong guesses, and starts a new one for a void code',
    async ({ codes }) => {
      await codes.put(PLACE, MESSAGE)
      for (const index of [1, 2, 3]) await codes.guess(PLACE, wrongGuess(index))
      await codes.put(PLACE, { ...MESSAGE, code: 'second' })
      deepEqual(await codes.guess(PLACE, wrongGuess(4)), { state: 'wrong', left: 1 })
      deepEqual(await codes.guess(PLACE, wrongGuess(5)), { state: 'wrong', left: 0 })
      deepEqual(await codes.guess(PLACE, { ...GUESS, code: 'second' }), { state: 'void' })
      await codes.put(PLACE, { ...MESSAGE, code: 'third' })
      deepEqual(await codes.guess(PLACE, wrongGuess(6)), { state: 'wrong', left: 4 })
    },
  ),
  codeRule('a guess that was wrong for the former code is compared with the new one, and counts', async ({ codes }) => {
    await codes.put(PLACE, MESSAGE)
    deepEqual(await codes.guess(PLACE, wrongGuess(1)), { state: 'wrong', left: 4 })
    await codes.put(PLACE, { ...MESSAGE, code: 'second' })
    deepEqual(await codes.guess(PLACE, wrongGuess(1)), { state: 'wrong', left: 3 })
    await codes.put(PLACE, { ...MESSAGE, code: 'wrong 1' })
    equal((await codes.guess(PLACE, wrongGuess(1))).state, 'right')
  }),
  codeRule('a session has used up its guesses, whatever messages it still gets', async ({ codes }) => {
    for (const code of ['a', 'b', 'c']) {
      await codes.put(PLACE, { ...MESSAGE, code })
      for (const index of [1, 2, 3, 4, 5]) await codes.guess(PLACE, wrongGuess(index))
    }
    const put = await codes.put(PLACE, MESSAGE)
    equal(put.isPut, false)
    ok(put.guessWaitMs > 0)
    ok((await codes.look(PLACE, LIMITS)).guessWaitMs > 0)
  }),
  codeRule('guesses in one session never block another', async ({ codes }) => {
    await codes.put(PLACE, MESSAGE)
    await codes.put(ELSEWHERE, { ...MESSAGE, code: 'another code' })
    for (const index of [1, 2, 3, 4, 5]) await codes.guess(PLACE, wrongGuess(index))
    equal((await codes.look(ELSEWHERE, LIMITS)).guessWaitMs, 0)
    equal((await codes.guess(ELSEWHERE, { ...GUESS, code: 'another code' })).state, 'right')
  }),
  codeRule('a code of one session is not the code of another', async ({ codes }) => {
    await codes.put(PLACE, MESSAGE)
    deepEqual(await codes.guess(ELSEWHERE, GUESS), { state: 'void' })
  }),
  codeRule('a code expires', async ({ codes, passTime }) => {
    await codes.put(PLACE, { ...MESSAGE, ttlMs: TTL_MS })
    await passTime(TTL_MS + MARGIN_MS)
    deepEqual(await codes.guess(PLACE, GUESS), { state: 'void' })
  }),
  codeRule('a used code can be repeated for a while, and not be guessed again', async ({ codes, passTime }) => {
    await codes.put(PLACE, MESSAGE)
    const guess = { ...GUESS, repeatMs: TTL_MS }
    const first = await codes.guess(PLACE, guess)
    const again = await codes.guess(PLACE, { ...guess, ticketId: 'another' })
    deepEqual([first.state, again], ['right', { ...first, isFirst: false }])
    deepEqual(await codes.guess(PLACE, wrongGuess(1)), { state: 'void' })
    await passTime(TTL_MS + MARGIN_MS)
    deepEqual(await codes.guess(PLACE, guess), { state: 'void' })
  }),
  codeRule('the first end of a login is kept, and a repeated guess finds it', async ({ codes }) => {
    await codes.put(PLACE, MESSAGE)
    await codes.guess(PLACE, GUESS)
    equal(await codes.finish(PLACE, 'ticket', 'refused'), 'refused')
    equal(await codes.finish(PLACE, 'ticket', 'allowed'), 'refused')
    equal(await codes.finish(PLACE, 'another ticket', 'allowed'), null)
    const again = await codes.guess(PLACE, GUESS)
    equal(again.state === 'right' && again.end, 'refused')
  }),
  codeRule('of many racing messages to a number one is put until the gap is over', async ({ codes, passTime }) => {
    const message = { ...MESSAGE, gapMs: TTL_MS }
    const puts = await race(20, (index) => codes.put({ ...PLACE, session: `session ${index}` }, message))
    equal(puts.filter(({ isPut }) => isPut).length, 1)
    const { gapWaitMs } = await codes.look(PLACE, LIMITS)
    ok(gapWaitMs > 0 && gapWaitMs <= TTL_MS)
    await passTime(TTL_MS + MARGIN_MS)
    equal((await codes.look(PLACE, LIMITS)).gapWaitMs, 0)
    equal((await codes.put(PLACE, message)).isPut, true)
  }),
  codeRule('racing messages never exceed the most of a day, and a refused one changes nothing', async ({ codes }) => {
    const puts = await race(20, (index) =>
      codes.put({ ...PLACE, session: `session ${index}` }, { ...MESSAGE, most: 3 }),
    )
    equal(puts.filter(({ isPut }) => isPut).length, 3)
    const { messages, dayWaitMs } = await codes.look(PLACE, LIMITS)
    equal(messages, 3)
    ok(dayWaitMs > 0 && dayWaitMs <= LONG_MS)
    const [first = -1] = puts.flatMap(({ isPut }, index) => (isPut ? [index] : []))
    const kept = { ...PLACE, session: `session ${first}` }
    equal((await codes.put(kept, { ...MESSAGE, code: 'later', most: 3 })).isPut, false)
    equal((await codes.guess(kept, GUESS)).state, 'right')
  }),
  codeRule('a day of messages ends a while after its first one', async ({ codes, passTime }) => {
    const message = { ...MESSAGE, most: 1, dayMs: TTL_MS }
    equal((await codes.put(PLACE, message)).isPut, true)
    equal((await codes.put(PLACE, message)).isPut, false)
    await passTime(TTL_MS + MARGIN_MS)
    equal((await codes.look(PLACE, LIMITS)).messages, 0)
    equal((await codes.put(PLACE, message)).isPut, true)
  }),
  codeRule('a message that is taken back does not count, and the code before it is valid again', async ({ codes }) => {
    await codes.put(PLACE, MESSAGE)
    await codes.put(PLACE, { ...MESSAGE, code: 'not sent', gapMs: LONG_MS })
    await codes.takeBack(PLACE, 'not sent')
    const { messages, gapWaitMs } = await codes.look(PLACE, LIMITS)
    deepEqual([messages, gapWaitMs], [1, 0])
    equal((await codes.guess(PLACE, GUESS)).state, 'right')
  }),
  codeRule(
    'guesses at a code that is taken back stay counted, and so do its message and its gap',
    async ({ codes }) => {
      await codes.put(PLACE, { ...MESSAGE, code: 'not sent', gapMs: LONG_MS })
      for (const index of [1, 2, 3]) await codes.guess(PLACE, wrongGuess(index))
      await codes.takeBack(PLACE, 'not sent')
      const { messages, gapWaitMs } = await codes.look(PLACE, LIMITS)
      deepEqual([messages, gapWaitMs > 0], [1, true])
      deepEqual(await codes.guess(PLACE, { ...GUESS, code: 'not sent' }), { state: 'void' })
    },
  ),
  codeRule('messages that are taken back bring no more guesses at a number, nor at a code', async ({ codes }) => {
    await codes.put(PLACE, MESSAGE)
    for (const index of [1, 2, 3]) await codes.guess(PLACE, wrongGuess(index))
    await codes.put(PLACE, { ...MESSAGE, code: 'not sent' })
    deepEqual(await codes.guess(PLACE, wrongGuess(4)), { state: 'wrong', left: 1 })
    await codes.takeBack(PLACE, 'not sent')
    deepEqual(await codes.guess(PLACE, wrongGuess(5)), { state: 'wrong', left: 0 })
    for (const code of ['not sent either', 'nor this']) {
      await codes.put(PLACE, { ...MESSAGE, code })
      await codes.takeBack(PLACE, code)
      deepEqual(await codes.guess(PLACE, GUESS), { state: 'void' })
    }
    for (const code of ['a', 'b']) {
      await codes.put(PLACE, { ...MESSAGE, code })
      for (const index of [1, 2, 3, 4, 5]) await codes.guess(PLACE, wrongGuess(index))
      await codes.takeBack(PLACE, code)
    }
    ok((await codes.look(PLACE, LIMITS)).guessWaitMs > 0)
  }),
  codeRule('a code that is taken back never counts again, whatever was sent meanwhile', async ({ codes }) => {
    await codes.put(PLACE, { ...MESSAGE, code: 'not sent' })
    await codes.put(PLACE, { ...MESSAGE, code: 'not sent either' })
    await codes.takeBack(PLACE, 'not sent')
    await codes.takeBack(PLACE, 'not sent either')
    deepEqual(await codes.guess(PLACE, { ...GUESS, code: 'not sent' }), { state: 'void' })
  }),
  codeRule('a right guess waits until the message is handed over, and costs nothing meanwhile', async ({ codes }) => {
    await codes.put(PLACE, { ...MESSAGE, sendingMs: LONG_MS })
    for (const each of await race(20, () => codes.guess(PLACE, GUESS))) deepEqual(each, { state: 'sending' })
    deepEqual(await codes.guess(PLACE, wrongGuess(1)), { state: 'wrong', left: 4 })
    await codes.handOver(PLACE, 'another code')
    deepEqual(await codes.guess(PLACE, GUESS), { state: 'sending' })
    await codes.handOver(PLACE, 'code')
    equal((await codes.guess(PLACE, GUESS)).state, 'right')
  }),
  codeRule('a right guess counts once the time for sending is over', async ({ codes, passTime }) => {
    await codes.put(PLACE, { ...MESSAGE, sendingMs: TTL_MS })
    deepEqual(await codes.guess(PLACE, GUESS), { state: 'sending' })
    await passTime(TTL_MS + MARGIN_MS)
    equal((await codes.guess(PLACE, GUESS)).state, 'right')
  }),
  codeRule('a code that is taken back is not handed over any more', async ({ codes }) => {
    await codes.put(PLACE, { ...MESSAGE, sendingMs: LONG_MS })
    await codes.guess(PLACE, wrongGuess(1))
    await codes.takeBack(PLACE, 'code')
    await codes.handOver(PLACE, 'code')
    deepEqual(await codes.guess(PLACE, GUESS), { state: 'void' })
  }),
  codeRule('a code that was guessed and then taken back is not repeated, and its message counts', async ({ codes }) => {
    await codes.put(PLACE, MESSAGE)
    equal((await codes.guess(PLACE, GUESS)).state, 'right')
    await codes.takeBack(PLACE, 'code')
    deepEqual(await codes.guess(PLACE, GUESS), { state: 'void' })
    equal((await codes.look(PLACE, LIMITS)).messages, 1)
  }),
  codeRule('a code whose guess failed is used once at most', async ({ codes, ...harness }) => {
    if (!harness.break) return
    await codes.put(PLACE, MESSAGE)
    const repair = await harness.break()
    await rejects(codes.guess(PLACE, GUESS))
    await repair()
    const guessed = await race(5, (index) => codes.guess(PLACE, { ...GUESS, ticketId: `ticket ${index}` }))
    const ids = guessed.map((each) => each.state === 'right' && each.ticketId)
    equal(new Set(ids).size, 1)
  }),
]
