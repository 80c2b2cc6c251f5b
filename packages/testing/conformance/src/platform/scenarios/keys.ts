// Which keys may sign: those that are registered for the app at that time.

import { exportPublicKey } from '../crypto'
import { getControls } from '../fixture'
import type { FlowScenario } from '../flow-scenario'
import { type ClientEdition, Login } from '../login'
import { assertCode, callSuccessfully, withFixture } from '../scenario'

const EDITION: ClientEdition = 'miniProgram'

export const KEY_SCENARIOS: readonly FlowScenario[] = [
  {
    id: '@sign_000000_either_of_two_keys',
    title: {
      zh: '报备了两个公钥时，两个私钥都可以签名',
      en: 'With two registered customer public keys, both private keys can sign',
    },
    source: 'docs/en/simulator.md "Your own apps"',
    needs: ['control'],
    call: 'getToken',
    code: '000000',
    async runOn(fixture) {
      const { control, appId } = getControls(fixture)
      const pairs = [fixture.foreign, fixture.customer.keys]
      await control.changeApp(appId, { customerPublicKeys: pairs.map(({ publicKey }) => exportPublicKey(publicKey)) })
      const [old, renewed] = [new Login(fixture, EDITION), new Login(fixture, EDITION)]
      await callSuccessfully(old, 'getMobile')
      await callSuccessfully(renewed, 'getMobile')
      await callSuccessfully(old, 'getToken')
      await callSuccessfully(renewed, 'getToken', { sign: 'foreignKey' })
    },
  },
  {
    id: '@sign_130018_withdrawn_key',
    title: {
      zh: '换掉报备的公钥之后，旧私钥的签名返回 130018',
      en: 'A signature with a key whose public half was replaced is answered 130018',
    },
    source: 'S appendix 130018',
    basis: 'inferred',
    needs: ['control'],
    call: 'getToken',
    code: '130018',
    cause: 'keyPairMismatch',
    async runOn(fixture) {
      const { control, appId } = getControls(fixture)
      const login = new Login(fixture, EDITION)
      await callSuccessfully(login, 'getMobile')
      await control.changeApp(appId, { customerPublicKeys: [exportPublicKey(fixture.foreign.publicKey)] })
      assertCode(await login.getToken(), 'getToken', '130018')
      await callSuccessfully(login, 'getToken', { sign: 'foreignKey' })
    },
  },
  {
    id: '@sign_130018_key_of_another_app',
    title: {
      zh: '用另一个应用报备的密钥签名返回 130018',
      en: 'A signature with the key of another app is answered 130018',
    },
    source: 'S appendix 130018',
    basis: 'inferred',
    needs: ['control'],
    call: 'getToken',
    code: '130018',
    cause: 'keyPairMismatch',
    async runOn(fixture, subject) {
      const registration = { customerPublicKeys: [exportPublicKey(fixture.foreign.publicKey)] }
      await withFixture(subject, { registration: registration }, async () => {
        const login = new Login(fixture, EDITION)
        await callSuccessfully(login, 'getMobile')
        assertCode(await login.getToken({ sign: 'foreignKey' }), 'getToken', '130018')
      })
    },
  },
]
