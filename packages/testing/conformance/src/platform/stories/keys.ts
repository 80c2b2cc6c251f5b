// Which of several key pairs may have signed: those that are filed for the app, now.
import { publicKeyText } from '../crypto'
import { type ClientEdition, Login } from '../login'
import { mustAnswer, onStage, succeed } from '../row'
import { controlsOf } from '../stage'
import type { Story } from '../story'

const EDITION: ClientEdition = 'miniProgram'

export const KEY_STORIES: readonly Story[] = [
  {
    id: '@sign_000000_either_of_two_keys',
    title: {
      zh: '报备了两个公钥时，两个私钥都可以签名',
      en: 'With two customer public keys filed, either may have signed',
    },
    source: 'docs/en/simulator.md "Apps of your own"',
    needs: ['control'],
    call: 'getToken',
    code: '000000',
    async play(stage) {
      const { control, appId } = controlsOf(stage)
      const pairs = [stage.foreign, stage.customer.keys]
      await control.changeApp(appId, { customerPublicKeys: pairs.map(({ publicKey }) => publicKeyText(publicKey)) })
      const [old, renewed] = [new Login(stage, EDITION), new Login(stage, EDITION)]
      await succeed(old, 'getMobile')
      await succeed(renewed, 'getMobile')
      await succeed(old, 'getToken')
      await succeed(renewed, 'getToken', { sign: 'foreignKey' })
    },
  },
  {
    id: '@sign_130018_withdrawn_key',
    title: {
      zh: '换掉报备的公钥之后，旧私钥的签名返回 130018',
      en: 'Once another public key is filed in its place, the old key signs nothing: 130018',
    },
    source: 'S appendix 130018',
    basis: 'inferred',
    needs: ['control'],
    call: 'getToken',
    code: '130018',
    cause: 'keyPairMismatch',
    async play(stage) {
      const { control, appId } = controlsOf(stage)
      const login = new Login(stage, EDITION)
      await succeed(login, 'getMobile')
      await control.changeApp(appId, { customerPublicKeys: [publicKeyText(stage.foreign.publicKey)] })
      mustAnswer(await login.getToken(), 'getToken', '130018')
      await succeed(login, 'getToken', { sign: 'foreignKey' })
    },
  },
  {
    id: '@sign_130018_key_of_another_app',
    title: {
      zh: '用另一个应用报备的密钥签名返回 130018',
      en: 'A key that is filed for another app signs nothing for this one: 130018',
    },
    source: 'S appendix 130018',
    basis: 'inferred',
    needs: ['control'],
    call: 'getToken',
    code: '130018',
    cause: 'keyPairMismatch',
    async play(stage, subject) {
      const filed = { customerPublicKeys: [publicKeyText(stage.foreign.publicKey)] }
      await onStage(subject, { filed }, async () => {
        const login = new Login(stage, EDITION)
        await succeed(login, 'getMobile')
        mustAnswer(await login.getToken({ sign: 'foreignKey' }), 'getToken', '130018')
      })
    },
  },
]
