// Errors that prevent the command from starting, with remedies that name its flags and variables.
import { toStartMessage } from '../../src/cli/start-errors'
import { SimulatorError } from '../../src/common/errors'

const FLAGS = { data: 'kept' }
const createPortTaken = (option: string) =>
  new SimulatorError('portTaken', 'unused', { option, host: '127.0.0.1', port: 29_010 })

test.each([
  ['port', 'SIMULATOR_PORT'],
  ['testLinePort', 'SIMULATOR_TEST_LINE_PORT'],
  ['httpsEditionPort', 'SIMULATOR_HTTPS_EDITION_PORT'],
  ['httpsEditionTestLinePort', 'SIMULATOR_HTTPS_EDITION_TEST_LINE_PORT'],
  ['adminPort', 'SIMULATOR_ADMIN_PORT'],
  ['handsetPorts', 'SIMULATOR_HANDSET_PORT'],
])('the message of a taken %s names --port, and %s for moving one port alone', (option, variable) => {
  expect(toStartMessage(createPortTaken(option), { ...FLAGS, port: 29_000 })).toBe(
    'port 29010 on 127.0.0.1 is taken: free it, or give --port another number, which moves the whole row. ' +
      `To move one port alone, leave --port out and set ${variable}.`,
  )
  expect(toStartMessage(createPortTaken(option), FLAGS)).toBe(
    `port 29010 on 127.0.0.1 is taken: free it, or move the whole row with --port, or one port alone with ${variable}.`,
  )
})

test('the message of an unusable port names the variable, or --port if it was given', () => {
  const error = new SimulatorError('portUnusable', 'unused', { option: 'handsetPorts', port: 65_536 })
  const rest = 'leads to port 65536, which cannot be opened: choose ports from 1024 to 65535'
  expect(toStartMessage(error, FLAGS)).toBe(`SIMULATOR_HANDSET_PORT ${rest}`)
  expect(toStartMessage(error, { ...FLAGS, port: 65_000 })).toBe(`--port ${rest}`)
})

test.each([
  ['host', 'SIMULATOR_HOST'],
  ['adminHost', 'SIMULATOR_ADMIN_HOST'],
])('the message of an unusable %s names %s', (option, variable) => {
  const error = new SimulatorError('hostUnusable', 'unused', { option, host: '203.0.113.7' })
  expect(toStartMessage(error, FLAGS)).toBe(`203.0.113.7 is not an address of this machine: check ${variable}`)
})

test.each([
  'the database a: b.sqlite cannot be opened (file is not a database)',
  'the database has format 99, this simulator needs format 3',
])('%s: the remedy is another data folder', (problem) => {
  const error = new SimulatorError('databaseUnusable', `${problem}: give another file`, { problem })
  expect(toStartMessage(error, FLAGS)).toBe(`${problem}: delete it, or give --data another folder`)
})

test('other errors of the simulator keep their message, and unexpected errors are rethrown', () => {
  const error = new SimulatorError('duplicateApp', '1 is given twice: give each its own id')
  expect(toStartMessage(error, FLAGS)).toBe(error.message)
  const unexpected = new Error('unexpected')
  expect(() => toStartMessage(unexpected, FLAGS)).toThrow(unexpected)
})
