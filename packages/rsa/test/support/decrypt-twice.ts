// A process that decrypts twice, the second time on an idle thread, and does nothing else.
import { rsaUtils } from '../../src/node'

const pair = await rsaUtils.genKeyPair()
const ciphertext = await rsaUtils.encrypt('往返', rsaUtils.getPublicKey(pair))
for (let time = 0; time < 2; time += 1) process.stdout.write(await rsaUtils.decrypt(ciphertext, pair.privateKey))
