// Variables whose value is in a file: `KEY_FILE=/run/secrets/key` for `KEY`, as Docker and Kubernetes mount secrets.
import { existsSync, readFileSync, statSync } from 'node:fs'
import { dirname, parse, resolve } from 'node:path'
import type { Problem } from './config-error'
import { type Environment, mergeVariables, type Variables } from './environment'
import { isRefusal, type Refusal, refuse } from './variable-types'

/** Bundles of certificates are smaller; a wrong path may lead to a log or a database. */
const LARGEST_BYTES = 1024 * 1024

export interface FilledEnvironment {
  /** With the contents of the files, and without the variables that name them. */
  readonly env: Environment
  /** Of the variables that name files. What they should have set is not set. */
  readonly problems: readonly Problem[]
  /** By each variable that a file was named for: the variable that names it, to report problems of the value under. */
  readonly origins: ReadonlyMap<string, string>
}

/**
 * Merges layers like `mergeVariables`, and reads the files that `<name>_FILE` variables name: UTF-8, trimmed. In each
 * layer, a variable may be set in one of the two ways.
 *
 * @param layers the first one that sets a variable, in either way, wins: `[process.env, defaults]`
 * @param names variables that may be in a file
 */
export function mergeWithFiles(layers: readonly Variables[], names: readonly string[]): FilledEnvironment {
  const env: Record<string, string> = { ...mergeVariables(layers) }
  const problems: Problem[] = []
  const origins = new Map<string, string>()
  for (const name of names) {
    const origin = `${name}_FILE`
    const layer = layers.map((each) => mergeVariables([each])).find((each) => each[name] ?? each[origin]) ?? {}
    const path = layer[origin]
    delete env[origin]
    if (path === undefined) continue
    delete env[name]
    origins.set(name, origin)
    if (layer[name] !== undefined) problems.push([name, `and ${origin} are both set: remove one of them`])
    else {
      const text = readText(path, name)
      if (isRefusal(text)) problems.push([origin, text.refusal])
      else env[name] = text
    }
  }
  return { env, problems, origins }
}

function readText(path: string, name: string): string | Refusal {
  try {
    return checkFile(path) ?? decode(readFileSync(path), path)
  } catch (error) {
    // Only the code: Node's message repeats the path.
    const { code } = error as NodeJS.ErrnoException
    return isRepeatable(path)
      ? refuse(`names ${path}, which cannot be read (${code}): check the path, the mount and its permissions`)
      : refuse(`must be the path of a file, and is none (${code}): set ${name} to give the value itself`)
  }
}

function checkFile(path: string): Refusal | undefined {
  const file = statSync(path)
  if (!file.isFile()) return refuse(`names ${path}, which is not a file`)
  return file.size > LARGEST_BYTES ? refuse(`names ${path}, which has more than 1 MB: check the path`) : undefined
}

function decode(bytes: Uint8Array, path: string): string | Refusal {
  const text = tryDecode(bytes)?.trim()
  if (text === undefined) {
    return refuse(`names ${path}, which is not UTF-8 text: write a key as PEM or base64, and convert UTF-16 to UTF-8`)
  }
  return text === '' ? refuse(`names ${path}, which is empty`) : text
}

/** Control characters other than tabs and line ends: UTF-16 without a byte order mark, or bytes that are no text. */
const BINARY = /[^\P{Cc}\t\n\r\u0085]/u

/** Without a byte order mark. */
function tryDecode(bytes: Uint8Array): string | undefined {
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes)
    return BINARY.test(text) ? undefined : text
  } catch {
    return undefined
  }
}

/**
 * Whether a value that leads to no file is a path, not the secret itself, set by mistake: its folder exists, or it
 * starts like a path and none of its names mixes cases, as base64 does.
 */
function isRepeatable(value: string): boolean {
  const folder = dirname(resolve(value))
  if (!/[\\/]/.test(value) || folder === parse(folder).root) return false
  return existsSync(folder) || /^\.{0,2}(\/([a-z0-9._-]+|[A-Z0-9._-]+)){2,}$/.test(value)
}
