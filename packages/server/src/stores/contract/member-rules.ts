import { deepEqual, equal, ok } from 'node:assert/strict'
import { MARGIN_MS, race, type StoreRule, TTL_MS } from './rule'

export const MEMBER_RULES: readonly StoreRule[] = [
  {
    name: 'a member counts once, however often it is added',
    async run({ stores: { members } }) {
      deepEqual(await members.add('key', 'first', TTL_MS), { size: 1, isNew: true })
      deepEqual(await members.add('key', 'first', TTL_MS), { size: 1, isNew: false })
      deepEqual(await members.add('key', 'second', TTL_MS), { size: 2, isNew: true })
      equal(await members.count('key'), 2)
      equal(await members.count('another key'), 0)
    },
  },
  {
    name: 'a member is new to one of many racing callers, and none of them is lost',
    async run({ stores: { members } }) {
      const same = await race(20, () => members.add('same', 'member', TTL_MS))
      equal(same.filter(({ isNew }) => isNew).length, 1)
      const sizes = await race(20, (index) => members.add('key', `member ${index}`, TTL_MS))
      equal(new Set(sizes.map(({ size }) => size)).size, 20)
      equal(await members.count('key'), 20)
    },
  },
  {
    name: 'a removed member is gone, and new again',
    async run({ stores: { members } }) {
      await members.add('key', 'first', TTL_MS)
      await members.add('key', 'second', TTL_MS)
      await members.remove('key', 'first', TTL_MS)
      await members.remove('key', 'unknown', TTL_MS)
      await members.remove('unknown', 'first', TTL_MS)
      equal(await members.count('key'), 1)
      equal(await members.findExpiry('key', 'first'), null)
      deepEqual(await members.add('key', 'first', TTL_MS), { size: 2, isNew: true })
    },
  },
  {
    name: 'a member that lives for longer than the removal says stays',
    async run({ stores: { members } }) {
      await members.add('key', 'member', TTL_MS)
      await members.add('key', 'member', 10 * TTL_MS)
      await members.remove('key', 'member', TTL_MS)
      equal(await members.count('key'), 1)
      await members.remove('key', 'member', 10 * TTL_MS)
      equal(await members.count('key'), 0)
    },
  },
  {
    name: 'members expire one by one, each a TTL after it was last added',
    async run({ stores: { members }, passTime }) {
      await members.add('key', 'first', TTL_MS)
      await members.add('key', 'renewed', TTL_MS)
      await passTime(TTL_MS - MARGIN_MS)
      await members.add('key', 'renewed', TTL_MS)
      await members.add('key', 'later', TTL_MS)
      equal(await members.count('key'), 3)
      await passTime(MARGIN_MS)
      equal(await members.count('key'), 2)
      equal(await members.findExpiry('key', 'first'), null)
      deepEqual(await members.add('key', 'first', TTL_MS), { size: 3, isNew: true })
    },
  },
  {
    name: 'an addition never shortens the life of a member',
    async run({ stores: { members }, passTime }) {
      await members.add('key', 'member', 10 * TTL_MS)
      await members.add('key', 'member', TTL_MS)
      await passTime(TTL_MS)
      equal(await members.count('key'), 1)
    },
  },
  {
    name: 'the expiry of a member tells when it was last added',
    async run({ stores: { members }, passTime }) {
      equal(await members.findExpiry('key', 'member'), null)
      await members.add('key', 'member', 10 * TTL_MS)
      const first = (await members.findExpiry('key', 'member')) ?? 0
      await passTime(MARGIN_MS)
      await members.add('key', 'member', 10 * TTL_MS)
      const second = (await members.findExpiry('key', 'member')) ?? 0
      ok(second >= first + MARGIN_MS, `${second} must be ${MARGIN_MS} ms after ${first}`)
    },
  },
]
