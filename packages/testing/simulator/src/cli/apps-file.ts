// Reads a YAML or JSON file of apps. JSON is YAML, so one parser is enough.
import { readFile } from 'node:fs/promises'
import type { AppRegistration } from '@local-number/simulator-contract'
import { LineCounter, parseDocument } from 'yaml'
import { toFieldErrors } from '../schemas/parse-fields'
import { appsSchema } from './apps-schema'
import { CliError } from './errors'

/**
 * @throws CliError `appsFileUnreadable`; `appsFileInvalid` with every problem and its path, and without the values
 */
export async function readAppsFile(path: string): Promise<readonly AppRegistration[]> {
  const text = await readFile(path, 'utf8').catch(({ code }: NodeJS.ErrnoException) => {
    throw new CliError('appsFileUnreadable', `${path} cannot be read (${code}): give --apps a YAML or JSON file`)
  })
  const parsed = appsSchema.safeParse(parseYaml(text, path), { reportInput: true })
  if (parsed.success) return parsed.data
  const problems = toFieldErrors(parsed.error).map((field) => `  ${field.path || 'the file'} ${field.message}`)
  throw createInvalidError(path, problems)
}

function parseYaml(text: string, path: string): unknown {
  const lines = new LineCounter()
  // Editors on some systems begin a file with a byte order mark.
  const document = parseDocument(text.replace(/^\uFEFF/, ''), { lineCounter: lines, merge: true })
  // Codes only: the parser's own messages quote the file, which may contain a private key.
  const problems = document.errors.map(({ code, pos: [at] }) => {
    const { line, col } = lines.linePos(at)
    return `  line ${line}, column ${col}: not valid YAML or JSON (${code})`
  })
  if (problems.length > 0) throw createInvalidError(path, problems)
  try {
    return document.toJS()
  } catch {
    throw createInvalidError(path, ['  the file has too many aliases'])
  }
}

function createInvalidError(path: string, problems: readonly string[]): CliError {
  return new CliError('appsFileInvalid', [`${path} is not usable:`, ...problems].join('\n'))
}
