// What the carrier's own older H5 script sends, which a platform must take (protocol.md §4).
import { randomInt } from 'node:crypto'
import type { FlowScenario } from '../flow-scenario'
import { Login } from '../login'
import { createHexDigits } from '../random-values'
import { assertCode, callSuccessfully } from '../scenario'

/** What a browser adds to an XHR whose body is a text. */
const CONTENT_TYPE = 'text/plain;charset=UTF-8'

export const H5_SCRIPT_SCENARIOS: readonly FlowScenario[] = [
  {
    id: '@login_000_older_h5_script',
    title: {
      zh: '移动的旧版 H5 脚本不设 content-type，msgId 是 JSON 数字，也能登录',
      en: "The carrier's older H5 script, which sets no content type and sends msgId as a JSON number, can log in",
    },
    source: 'protocol.md §4',
    needs: ['control'],
    registration: { scenarios: ['h5'] },
    call: 'verify',
    code: '000',
    async runOn(fixture) {
      const login = new Login(fixture, 'h5')
      // As Math.random() writes it, without an exponent.
      const msgId = Number(`0.${randomInt(1, 10)}${randomInt(10 ** 12)}1`)
      const uuid = [8, 4, 4, 4, 12].map(createHexDigits).join('-')
      await callSuccessfully(login, 'getMobile', { fields: { msgId, uuid } })
      const headers = { 'content-type': CONTENT_TYPE }
      assertCode(await login.getToken({ fields: { msgId, uuid }, headers }), 'getToken', '000000')
      await callSuccessfully(login, 'verify')
    },
  },
]
