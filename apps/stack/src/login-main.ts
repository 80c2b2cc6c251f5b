// `npm run login -- --phone 13800138000 [--handset cm-5g]`: one login through the running stack, or one started for it.
import { parseArgs } from 'node:util'
import { parseMsisdn } from '@local-number/protocol'
import { runLogin } from './cli/run-login'
import { surroundings } from './cli/surroundings'

const USAGE = 'npm run login -- --phone 13800138000 [--handset cm-5g]'

const { values } = parseArgs({ options: { phone: { type: 'string' }, handset: { type: 'string' } }, strict: true })
const phone = parseMsisdn(values.phone ?? '')

if (phone === null) {
  console.error(`--phone wants a mainland mobile number: ${USAGE}`)
  process.exitCode = 2
} else {
  const around = await surroundings(process.env, values.handset)
  try {
    console.log(around.found)
    const summary = await runLogin(phone, around, console.log)
    console.log(JSON.stringify(summary))
    process.exitCode = summary.outcome === 'verified' ? 0 : 1
  } finally {
    await around.stop()
  }
}
