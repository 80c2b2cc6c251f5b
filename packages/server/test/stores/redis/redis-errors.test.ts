import { readReply, toStoreError } from '../../../src/stores/redis/redis-errors'

const reply = (message: string) => Object.assign(new Error(message), { name: 'ReplyError' })

/** As Redis before 7 wraps what a command in a script replied. */
const inScript = (message: string) =>
  `ERR Error running script (call to f_1028a5dba704e1d8a01fd96efeba25bb78f62df2): @user_script:4: @user_script: 4: -${message}`

const PASSING = [
  "READONLY You can't write against a read only replica.",
  "OOM command not allowed when used memory > 'maxmemory'.",
  'NOREPLICAS Not enough good replicas to write.',
  'MISCONF Redis is configured to save RDB snapshots, but it is currently unable to persist to disk.',
  'LOADING Redis is loading the dataset in memory',
  'BUSY Redis is busy running a script.',
  'CLUSTERDOWN The cluster is down',
]

describe('what may pass is overloaded', () => {
  it.each(PASSING)('as the reply to a command: %s', (message) => {
    expect(toStoreError(reply(message))).toMatchObject({ code: 'overloaded' })
  })

  it.each(PASSING)('as the reply to a script of Redis 6.2: %s', (message) => {
    expect(toStoreError(reply(inScript(message)))).toMatchObject({ code: 'overloaded' })
  })

  it('as a connection that broke or a time limit', () => {
    expect(toStoreError(new Error('Command timed out'))).toMatchObject({ code: 'overloaded' })
  })
})

it.each([
  'WRONGPASS invalid username-password pair or user is disabled.',
  'NOPERM this user has no permissions to run the command',
  "ERR unknown command 'EVALSHA'",
  'WRONGTYPE Operation against a key holding the wrong kind of value',
])('what the operator must change stays as it is: %s', (message) => {
  for (const error of [reply(message), reply(inScript(message))]) expect(toStoreError(error)).toBe(error)
})

it('a fault of the script itself stays as it is', () => {
  const error = reply(
    'ERR Error running script (call to f_1028a5db): @user_script:4: user_script:4: attempt to index a nil value',
  )
  expect(toStoreError(error)).toBe(error)
})

it('a former master is known by its reply, whichever Redis it is', () => {
  const message = "READONLY You can't write against a read only replica."
  expect(readReply(message)).toBe(message)
  expect(readReply(inScript(message))).toBe(message)
})
