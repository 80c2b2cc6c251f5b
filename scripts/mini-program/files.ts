// A compiled mini-program as its files.
import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join, sep } from 'node:path'

/** Path inside the build, with forward slashes → bytes. Empty where there is no such folder. */
export type Files = ReadonlyMap<string, Buffer>

export function filesOf(folder: string): Files {
  const names = statSync(folder, { throwIfNoEntry: false }) ? readdirSync(folder, { recursive: true }).map(String) : []
  return new Map(
    names
      .filter((name) => statSync(join(folder, name)).isFile())
      .sort()
      .map((name) => [name.split(sep).join('/'), readFileSync(join(folder, name))]),
  )
}
