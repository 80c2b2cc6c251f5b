// The suite for a client SDK: a module with the document's four methods, on phones of the suite's own.
import type { Suite } from '../suite'
import type { ClientSubject } from './client'
import { loadClient } from './load'
import { onPhone } from './phone/phone'
import { clientScenarios } from './scenarios'

export const clientSuite: Suite<ClientSubject> = {
  name: 'client',
  scenarios: clientScenarios,
  async open({ address }) {
    const subject = await loadClient(address)
    // What cannot even be opened is told once, and not by every scenario.
    await onPhone(subject, {}, () => undefined)
    return { subject, has: [], close: async () => undefined }
  },
}
