// Errors that prevent the command from starting, with remedies that name its flags and variables.

import { resolve } from 'node:path'
import { isConfigError } from '@local-number/service-kit'
import type { SimulatorErrorCode } from '@local-number/simulator-contract'
import { SimulatorError } from '../common/errors'
import type { Flags } from './command'
import { CliError } from './errors'

/** @throws the error itself if it is unexpected, so that it keeps its stack */
export function toStartMessage(error: unknown, flags: Flags): string {
  if (error instanceof SimulatorError) return MESSAGES[error.code]?.(error, flags) ?? error.message
  if (error instanceof CliError || isConfigError(error)) return error.message
  if (error instanceof Error && 'syscall' in error) {
    return `${error.message}: check --port, SIMULATOR_HOST and SIMULATOR_ADMIN_HOST`
  }
  throw error
}

type ToMessage = (error: SimulatorError, flags: Flags) => string

/** Errors whose remedy differs between the command and a program. */
const MESSAGES: Partial<Record<SimulatorErrorCode, ToMessage>> = {
  portTaken: (error, flags) => `port ${error.port} on ${error.host} is taken: ${explainTakenPort(error, flags)}`,
  portUnusable: (error, { port }) => {
    const setting = port === undefined ? toVariable(error.option) : '--port'
    return `${setting} leads to port ${error.port}, which cannot be opened: choose ports from 1024 to 65535`
  },
  hostUnusable: ({ host, option }) => `${host} is not an address of this machine: check ${toVariable(option)}`,
  databaseInUse: (_, { data }) => `another simulator uses ${resolve(data)}: stop it, or give --data another folder`,
  databaseUnusable: ({ problem }) => `${problem}: delete it, or give --data another folder`,
}

/** Beside the flag, the variables of the ports have no effect. */
function explainTakenPort({ option }: SimulatorError, { port }: Flags): string {
  const variable = toVariable(option)
  return port === undefined
    ? `free it, or move the whole row with --port, or one port alone with ${variable}.`
    : 'free it, or give --port another number, which moves the whole row. ' +
        `To move one port alone, leave --port out and set ${variable}.`
}

/** The variable behind each option. */
const VARIABLES: Readonly<Record<string, string>> = {
  host: 'SIMULATOR_HOST',
  port: 'SIMULATOR_PORT',
  testLinePort: 'SIMULATOR_TEST_LINE_PORT',
  httpsEditionPort: 'SIMULATOR_HTTPS_EDITION_PORT',
  httpsEditionTestLinePort: 'SIMULATOR_HTTPS_EDITION_TEST_LINE_PORT',
  adminHost: 'SIMULATOR_ADMIN_HOST',
  adminPort: 'SIMULATOR_ADMIN_PORT',
  handsetPorts: 'SIMULATOR_HANDSET_PORT',
}

function toVariable(option = ''): string {
  return VARIABLES[option] ?? option
}
