// The built command in an empty folder, on free ports.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { SimulatorState } from '../../src'
import { Command, type CommandOptions } from './command'

let cwd = ''
beforeEach(() => {
  cwd = mkdtempSync(join(tmpdir(), 'local-number-cli-'))
})
afterEach(() => rmSync(cwd, { recursive: true }))

/** The folder of the present test. */
export const getFolder = () => cwd

export function start(args: readonly string[] = [], env: CommandOptions['env'] = {}) {
  return new Command(['--port', '0', ...args], { cwd, env })
}

export async function expectRefusal(args: readonly string[], env: CommandOptions['env'] = {}): Promise<string> {
  const command = new Command(['--port', '0', ...args], { cwd, env })
  expect(await command.waitForEnd()).toEqual([1, null])
  expect(command.out).toBe('')
  expect(command.err).not.toMatch(/^ +at /m)
  return command.err
}

export function writeAppsFile(text: string): string {
  const file = join(cwd, 'apps.yaml')
  writeFileSync(file, text)
  return file
}

/** Fetches the state from the admin API, by the printed console address. */
export async function fetchState(command: Command): Promise<SimulatorState> {
  const console = new URL(command.findValue('console'))
  const token = new URLSearchParams(console.hash.slice(1)).get('token')
  const headers: Record<string, string> = token ? { authorization: `Bearer ${token}` } : {}
  const response = await fetch(new URL('/_sim/state', console), { headers })
  return (await response.json()) as SimulatorState
}

export function send(command: Command, path: string, body: unknown, method = 'POST') {
  const headers = { 'content-type': 'application/json' }
  return fetch(new URL(path, command.findValue('console')), { method, headers, body: JSON.stringify(body) })
}
