// A process that decrypts one text and has nothing else to do.
import { rsaUtils } from '../../src/node'

const pair = await rsaUtils.genKeyPair()
const ciphertext = await rsaUtils.encrypt('往返', rsaUtils.getPublicKey(pair))
process.stdout.write(await rsaUtils.decrypt(ciphertext, rsaUtils.getPrivateKey(pair)))
