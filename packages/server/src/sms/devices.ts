// Devices that have verified a number before, as `beforeTicket` knows them: keyed hashes, for 180 days. Strangers can
// use up the messages of a number, but not those that are left to its devices.
import type { Fingerprint } from '../fingerprint'
import type { MemberStore } from '../stores/stores'
import { MEMORY_MS, toDeviceKey } from '../verify/before-ticket'

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
  const hash = (device: string) => fingerprint('device', device)
  return {
    async isKnown(numberHash, device) {
      return device !== undefined && (await members.findExpiry(toDeviceKey(numberHash), hash(device))) !== null
    },
    async remember(numberHash, device) {
      if (device !== undefined) await members.add(toDeviceKey(numberHash), hash(device), MEMORY_MS)
    },
  }
}
