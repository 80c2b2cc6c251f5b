// The notes in the phone's storage.
import { getStorageSync, setStorageSync } from '@tarojs/taro'

export interface Note {
  readonly id: number
  readonly text: string
  readonly color: string
  readonly done: boolean
}

const KEY = 'notes'

export const readNotes = (): readonly Note[] => getStorageSync(KEY) || []

export function storeNotes(notes: readonly Note[]): void {
  setStorageSync(KEY, notes)
}
