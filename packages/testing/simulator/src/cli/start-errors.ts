// What keeps the command from starting, in the words of its flags and variables.

import { resolve } from 'node:path'
import type { SimulatorErrorCode } from '@local-number/simulator-contract'
import { SimulatorError } from '../common/errors'
import { ConfigError } from '../env/read'
import type { Flags } from './command'
import { CliError } from './errors'

/**
 * An error that was foreseen speaks for itself; any other is a fault of ours.
 *
 * @throws the error itself when nobody foresaw it, so that it keeps its stack
 */
export function startErrorMessage(error: unknown, flags: Flags): string {
  if (error instanceof SimulatorError) return BY_CODE[error.code]?.(error, flags) ?? error.message
  if (error instanceof CliError || error instanceof ConfigError) return error.message
  if (error instanceof Error && 'syscall' in error) {
    return `${error.message}: look at --port, SIMULATOR_HOST and SIMULATOR_ADMIN_HOST`
  }
  throw error
}

type InOurWords = (error: SimulatorError, flags: Flags) => string

/** Errors whose remedy is another one here than in a program. */
const BY_CODE: Partial<Record<SimulatorErrorCode, InOurWords>> = {
  portTaken: (error, { port }) =>
    `${whatIsWrong(error)}: ${port === undefined ? freeOrMove(error) : freeOrLeave(error)}`,
  portUnusable: ({ message, option = '' }, { port }) =>
    message.replace(option, port === undefined ? variableOf(option) : '--port'),
  databaseInUse: (_, { data }) => `another simulator uses ${resolve(data)}: stop it, or give --data another folder`,
  databaseUnusable: (error) => `${whatIsWrong(error)}: delete it, or give --data another folder`,
}

/** The remedy stands after the last colon of every message. */
function whatIsWrong({ message }: SimulatorError): string {
  return message.slice(0, message.lastIndexOf(': '))
}

function freeOrMove({ option }: SimulatorError): string {
  return `free it, or move the whole row with --port, or one port alone with ${variableOf(option)}.`
}

/** The variables of the ports count for nothing beside the flag. */
function freeOrLeave({ option }: SimulatorError): string {
  const alone = `To move one port alone, leave --port out and set ${variableOf(option)}.`
  return `free it, or give --port another number, which moves the whole row. ${alone}`
}

/** Who chose a port. */
const VARIABLES: Readonly<Record<string, string>> = {
  port: 'SIMULATOR_PORT',
  testLinePort: 'SIMULATOR_TEST_LINE_PORT',
  adminPort: 'SIMULATOR_ADMIN_PORT',
  handsetPorts: 'SIMULATOR_HANDSET_PORT',
}

function variableOf(option = ''): string {
  return VARIABLES[option] ?? option
}
