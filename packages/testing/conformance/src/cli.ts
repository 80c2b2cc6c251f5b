#!/usr/bin/env node
// The command line's last metre: everything else is in `command.ts`, which tests can call.
import { fork, type StdioOptions } from 'node:child_process'
import { clientApart } from './client/process/apart'
import { tryClientHere } from './client/process/child'
import { runCommand } from './command'
import { createOutput } from './output'
import { SUITES } from './suites'

const { stdout, stderr } = process
const [, file = '', ...args] = process.argv

/** What this file is run with to be the process of a client SDK. */
const APART = '--client-process'

/** What the SDK's module says as it is loaded is no part of the results. */
const OF_THE_SDK: StdioOptions = ['ignore', stderr.fd, stderr.fd, 'ipc']

async function main(): Promise<void> {
  // Whatever ends the process before its time: nothing has passed.
  process.exitCode = 2
  // `--list | head` has read enough.
  stdout.on('error', () => process.exit())
  // What was filed at the simulator is to be taken back. A second Ctrl-C ends the process at once.
  const stopping = new AbortController()
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => stopping.abort())
  const suites = { ...SUITES, client: clientApart(() => fork(file, [APART], { stdio: OF_THE_SDK })) }
  const code = await runCommand(args, createOutput(process), { stop: stopping.signal, suites })
  process.exitCode = code
  stdout.write('', () => process.exit(code))
}

// No top-level await: the command is built as CommonJS, too.
void (args[0] === APART ? tryClientHere() : main())
