// The files of a compiled mini-program.
import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join, sep } from 'node:path'

/** Contents by path inside the build, with forward slashes. */
export type Files = ReadonlyMap<string, Buffer>

/** Reads all files of a build. If there is no such folder, the result is empty. */
export function readFiles(folder: string): Files {
  const names = statSync(folder, { throwIfNoEntry: false }) ? readdirSync(folder, { recursive: true }).map(String) : []
  return new Map(
    names
      .filter((name) => statSync(join(folder, name)).isFile())
      .sort()
      .map((name) => [name.split(sep).join('/'), readFileSync(join(folder, name))]),
  )
}

/** Returns a file as text, or an empty text if it is missing. */
export function readText(files: Files, path: string): string {
  return files.get(path)?.toString('utf8') ?? ''
}
