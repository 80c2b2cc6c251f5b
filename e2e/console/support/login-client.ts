// Plays phone and business server: sends the three calls of a login over HTTP. A test can change parts of them.
import { randomBytes } from 'node:crypto'
import { DEMO_APP, type Simulator } from '@local-number/simulator'
import { type Customer, encrypt } from './customer'

const BASE = '/NumberAbility/h5'
const TIMESTAMP = '20260601120000000'
const USER_INFORMATION = 'SFVBV0VJJTQwJTQwOC4wLjUwYQ=='

/** The number of the handset that is current at the start. */
export const SIM_NUMBER = '13800138000'

export interface LoginChanges {
  /** What the user types. */
  readonly phone?: string
  readonly userInformation?: string
  /** Changes the text that is signed. */
  readonly preSign?: (preSign: string) => string
}

/** Inner codes of the calls that were made; `dropped` if there was no answer. */
export type Codes = readonly string[]

export class LoginClient {
  constructor(
    public simulator: Simulator,
    private readonly customer: Customer,
  ) {}

  /** Makes the calls until one fails. */
  async logIn(changes: LoginChanges = {}): Promise<Codes> {
    const ids = createIds()
    const image = await this.retrieveNumber(ids, changes)
    if (image !== '000000') return [image]
    const { code, token } = await this.getToken(ids, changes)
    if (token === '') return [image, code]
    return [image, code, await this.verify(token, changes)]
  }

  async retrieveNumber(ids: Ids, { userInformation = USER_INFORMATION }: LoginChanges = {}): Promise<string> {
    const query = new URLSearchParams({ ...ids, openType: '1', expandParams: 'callType=6005', userInformation })
    return readInnerCode(fetch(`${this.simulator.origin}${BASE}/getMobile.htm?${query}`))
  }

  async getToken(ids: Ids, { preSign = (text) => text }: LoginChanges = {}): Promise<{ code: string; token: string }> {
    const { version, msgId, timestamp, appId, uuid, wxappid } = ids
    const sign = this.customer.sign(preSign(`${appId}${msgId}${timestamp}${uuid}${version}`))
    const answer = await this.#post('getToken.htm', {
      header: { version, msgId, timestamp, appId },
      body: { expandParams: 'callType=6006', sign, uuid, wxappid },
    })
    return { code: answer?.header.resultCode ?? 'dropped', token: answer?.body?.token ?? '' }
  }

  async verify(
    token: string,
    { phone = SIM_NUMBER, userInformation = USER_INFORMATION }: LoginChanges = {},
  ): Promise<string> {
    const header = {
      version: '1.0',
      msgId: randomBytes(16).toString('hex'),
      appId: DEMO_APP.appId,
      timestamp: TIMESTAMP,
    }
    const { platformPublicKey = '' } = this.simulator.apps[0] ?? {}
    const phoneNum = encrypt(`${phone}${DEMO_APP.appKey}${TIMESTAMP}`, platformPublicKey)
    const { appId, msgId, timestamp, version } = header
    const sign = this.customer.sign(`${appId}${msgId}${phoneNum}${timestamp}${token}${version}`)
    const body = { expandParams: '', phoneNum, token, sign, userInformation }
    return (await this.#post('verifyVmMobileApi.htm', { header, body }))?.header.resultCode ?? 'dropped'
  }

  async #post(name: string, message: object): Promise<Answer | null> {
    const headers = { 'content-type': 'application/json' }
    const sent = fetch(`${this.simulator.origin}${BASE}/${name}`, {
      method: 'POST',
      headers,
      body: JSON.stringify(message),
    })
    return sent.then((response) => response.json() as Promise<Answer>).catch(() => null)
  }
}

export type Ids = ReturnType<typeof createIds>

export function createIds() {
  return {
    version: '1.2',
    appId: DEMO_APP.appId,
    msgId: randomBytes(16).toString('hex'),
    timestamp: TIMESTAMP,
    uuid: randomBytes(16).toString('hex'),
    wxappid: DEMO_APP.wxappids[0],
  }
}

interface Answer {
  readonly header: { readonly resultCode: string }
  readonly body?: { readonly token?: string }
}

/** A failed image has the actual code in its body [S appendix 500]. */
async function readInnerCode(sent: Promise<Response>): Promise<string> {
  try {
    const response = await sent
    if (response.ok) return '000000'
    const { body } = (await response.json()) as { body: { innerCode: string } }
    return body.innerCode
  } catch {
    return 'dropped'
  }
}
