// The application in this process, on free ports.
import { announcement, type Simulator, startSimulatorApp } from '../src'

const FREE_PORTS = { SIMULATOR_PORT: '0', SIMULATOR_TEST_LINE_PORT: '0', SIMULATOR_HANDSET_PORT: '0' }

let simulator: Simulator
let printed: string[]

beforeEach(async () => {
  printed = []
  simulator = await startSimulatorApp(FREE_PORTS, { print: (line) => printed.push(line) })
})

afterEach(() => simulator.stop())

test('it announces every listener and the credentials that a backend needs', () => {
  const lines = announcement(simulator).join('\n')
  for (const origin of [simulator.origin, simulator.testLineOrigin, simulator.handsetOrigin('cu-5g')]) {
    expect(lines).toContain(origin)
  }
  expect(lines).toContain('\nLOCAL_NUMBER_APP_ID=300011877495\n')
  expect(lines).toMatch(/\nLOCAL_NUMBER_PLATFORM_PUBLIC_KEY=demo:[A-Za-z0-9+/]+=*$/)
  expect(lines).not.toMatch(/1[3-9]\d{9}/)
})

test('it prints one line per message', async () => {
  const query = `msgId=${'a'.repeat(32)}`
  await fetch(`${simulator.handsetOrigin('ct-5g')}/NumberAbility/h5/getMobile.htm?${query}`)
  expect(printed).toEqual([
    expect.stringMatching(/^[\d:.]{12} production getMobile ct-5g 500\/130010 - \d+ ms msgId=a{32}$/),
  ])
})

test('a taken port is an error that names it', async () => {
  const taken = new URL(simulator.origin).port
  await expect(startSimulatorApp({ ...FREE_PORTS, SIMULATOR_PORT: taken })).rejects.toThrow(
    `port ${taken} on 127.0.0.1`,
  )
})
