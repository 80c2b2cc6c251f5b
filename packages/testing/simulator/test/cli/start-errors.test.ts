// What keeps the command from starting, in the words of its flags and variables.
import { startErrorMessage } from '../../src/cli/start-errors'
import { SimulatorError } from '../../src/common/errors'

const FLAGS = { data: 'kept' }
const taken = (option: string) =>
  new SimulatorError(
    'portTaken',
    `port 29010 on 127.0.0.1 is taken: free it, or give the option ${option} another one`,
    { option },
  )

test.each([
  ['port', 'SIMULATOR_PORT'],
  ['testLinePort', 'SIMULATOR_TEST_LINE_PORT'],
  ['adminPort', 'SIMULATOR_ADMIN_PORT'],
  ['handsetPorts', 'SIMULATOR_HANDSET_PORT'],
])('a taken %s is moved by --port, or alone by %s, which counts for nothing beside --port', (option, variable) => {
  expect(startErrorMessage(taken(option), { ...FLAGS, port: 29_000 })).toBe(
    'port 29010 on 127.0.0.1 is taken: free it, or give --port another number, which moves the whole row. ' +
      `To move one port alone, leave --port out and set ${variable}.`,
  )
  expect(startErrorMessage(taken(option), FLAGS)).toBe(
    `port 29010 on 127.0.0.1 is taken: free it, or move the whole row with --port, or one port alone with ${variable}.`,
  )
})

test('a row that goes too far is one of a variable', () => {
  const message = 'handsetPorts comes to port 65536: ports go up to 65535'
  const error = new SimulatorError('portUnusable', message, { option: 'handsetPorts' })
  expect(startErrorMessage(error, FLAGS)).toBe('SIMULATOR_HANDSET_PORT comes to port 65536: ports go up to 65535')
  expect(startErrorMessage(error, { ...FLAGS, port: 65_000 })).toBe('--port comes to port 65536: ports go up to 65535')
})

test.each([
  [
    'the database a: b.sqlite cannot be opened (file is not a database): give another file, or move this one away',
    'the database a: b.sqlite cannot be opened (file is not a database): delete it, or give --data another folder',
  ],
  [
    'the database has layout 99, this simulator writes 2: give another file',
    'the database has layout 99, this simulator writes 2: delete it, or give --data another folder',
  ],
])('%s: here a folder is given', (message, here) => {
  expect(startErrorMessage(new SimulatorError('databaseUnusable', message), FLAGS)).toBe(here)
})

test('what is none of the command’s business is left as it is', () => {
  const error = new SimulatorError('doubledApp', '1 is given twice: give each an id of its own')
  expect(startErrorMessage(error, FLAGS)).toBe(error.message)
  const fault = new Error('a fault of ours')
  expect(() => startErrorMessage(fault, FLAGS)).toThrow(fault)
})
