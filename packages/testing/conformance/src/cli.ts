#!/usr/bin/env node
// The command's process. Everything that tests can call is in `command.ts`.
import { fork, type StdioOptions } from 'node:child_process'
import { createIsolatedClientSuite } from './client/process/isolated-suite'
import { runClientProcess } from './client/process/run-process'
import { runCommand } from './command'
import { createOutput } from './output'
import { SUITES } from './suites'

const { stdout, stderr } = process
const [, file = '', ...args] = process.argv

/** The argument that makes this file the process of a client SDK. */
const CLIENT_PROCESS = '--client-process'

/** What the SDK's module prints is not part of the results. */
const CLIENT_STDIO: StdioOptions = ['ignore', stderr.fd, stderr.fd, 'ipc']

async function main(): Promise<void> {
  // If something ends the process early, nothing has passed.
  process.exitCode = 2
  // `--list | head` closes the pipe.
  stdout.on('error', () => process.exit())
  // Removes what was set up on the simulator. A second Ctrl-C ends the process at once.
  const stopping = new AbortController()
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => stopping.abort())
  const suites = {
    ...SUITES,
    client: createIsolatedClientSuite(() => fork(file, [CLIENT_PROCESS], { stdio: CLIENT_STDIO })),
  }
  const code = await runCommand(args, createOutput(process), { stop: stopping.signal, suites })
  process.exitCode = code
  stdout.write('', () => process.exit(code))
}

// No top-level await: the command is also built as CommonJS.
void (args[0] === CLIENT_PROCESS ? runClientProcess() : main())
