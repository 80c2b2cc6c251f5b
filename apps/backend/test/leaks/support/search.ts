// Finds canaries in bytes, in any of their forms, in one pass.
import type { Canary } from './canaries'

/** The shortest form, a number as an integer, has 5 bytes. */
const KEY_BYTES = 4

interface Wanted {
  readonly leak: string
  readonly bytes: Buffer
}

/** Returns `canary (form)` for each that is there. */
export type Search = (bytes: Buffer) => readonly string[]

export function createSearch(canaries: readonly Canary[]): Search {
  /** By their first bytes as a number. */
  const all = new Map<number, Wanted[]>()
  for (const { leak, bytes } of canaries.flatMap(listWanted)) {
    const key = bytes.readUInt32LE()
    all.set(key, [...(all.get(key) ?? []), { leak, bytes }])
  }
  return (bytes) => {
    const leaks = new Set<string>()
    for (let at = 0; at <= bytes.length - KEY_BYTES; at += 1) {
      for (const { leak, bytes: wanted } of all.get(bytes.readUInt32LE(at)) ?? []) {
        if (bytes.subarray(at, at + wanted.length).equals(wanted)) leaks.add(leak)
      }
    }
    return [...leaks]
  }
}

/** What a search reports of a canary that is there in every form. */
export function nameLeaks(canary: Canary): readonly string[] {
  return listWanted(canary).map(({ leak }) => leak)
}

function listWanted({ name, forms }: Canary): readonly Wanted[] {
  return forms.map((form) => ({ leak: `${name} (${form.name})`, bytes: form.bytes }))
}
