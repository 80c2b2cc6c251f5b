// Devices that have verified a number by a message before, as `beforeTicket` knows them: keyed hashes, for 180 days.
// Strangers can use up the messages of a number, but not those that are left to its devices.
import type { Fingerprint } from '../fingerprint'
import type { MemberStore } from '../stores/stores'
import { MEMORY_MS, toDeviceEntry } from '../verify/before-ticket'

export interface Devices {
  isKnown(numberHash: string, device: string | undefined): Promise<boolean>
  remember(numberHash: string, device: string | undefined): Promise<unknown>
}

export function createDevices({
  members,
  fingerprint,
}: {
  readonly members: MemberStore
  readonly fingerprint: Fingerprint
}): Devices {
  return {
    async isKnown(numberHash, device) {
      if (device === undefined) return false
      const { key, member } = toDeviceEntry(fingerprint, numberHash, 'sms', device)
      return (await members.findExpiry(key, member)) !== null
    },
    async remember(numberHash, device) {
      if (device === undefined) return
      const { key, member } = toDeviceEntry(fingerprint, numberHash, 'sms', device)
      await members.add(key, member, MEMORY_MS)
    },
  }
}
