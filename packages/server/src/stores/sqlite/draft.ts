// Files that appear in their place complete, or not at all.
import { chmodSync, closeSync, fsyncSync, mkdtempSync, openSync, rmSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'

/**
 * Runs `write` with a path on the file system of `place`, in a folder of its own, which is removed afterwards with
 * whatever SQLite left beside the draft. The end of the process may leave `<place>.draft-…` behind.
 */
export function withDraft<T>(place: string, write: (draft: string) => T): T {
  const folder = mkdtempSync(`${place}.draft-`)
  try {
    return write(join(folder, basename(place)))
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** For this user alone, and on the disk. No connection may have the draft open. */
export function finishDraft(draft: string): void {
  chmodSync(draft, 0o600)
  syncToDisk(draft)
}

/** A file, or the names in a folder. */
export function syncToDisk(path: string): void {
  const descriptor = openSync(path, 'r')
  try {
    fsyncSync(descriptor)
  } finally {
    closeSync(descriptor)
  }
}

/** After a name in the folder of `place` was given or changed. */
export function syncFolder(place: string): void {
  syncToDisk(dirname(place))
}
