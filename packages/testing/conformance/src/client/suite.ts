// The suite for a client SDK: a module with the document's four methods, on simulated phones.
import type { Suite } from '../suite'
import type { ClientSubject } from './client'
import { loadClient } from './load'
import { withPhone } from './phone/phone'
import { clientScenarios } from './scenarios'

export const clientSuite: Suite<ClientSubject> = {
  name: 'client',
  scenarios: clientScenarios,
  async open({ address }) {
    const subject = await loadClient(address)
    // An SDK that cannot be opened is reported once, not by every scenario.
    await withPhone(subject, {}, () => undefined)
    return { subject, has: subject.openHttps ? ['https'] : [], close: async () => undefined }
  },
}
