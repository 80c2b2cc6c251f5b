// `npm run login -- --phone 13800138000 [--handset cm-5g]`: one login through the running stack, or one started for it.
import { parseArgs } from 'node:util'
import { parseMsisdn } from '@local-number/protocol'
import { runLogin } from './cli/run-login'
import { surroundings } from './cli/surroundings'

const USAGE = 'npm run login -- --phone 13800138000 [--handset cm-5g]'

/** What could not even begin. */
function refuse(code: string, message: string): void {
  console.error(message)
  console.log(JSON.stringify({ outcome: 'notStarted', code, message }))
  process.exitCode = 2
}

async function main(): Promise<void> {
  const { values } = parseArgs({ options: { phone: { type: 'string' }, handset: { type: 'string' } } })
  const phone = parseMsisdn(values.phone ?? '')
  if (phone === null) return refuse('badPhone', `--phone wants a mainland mobile number: ${USAGE}`)
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

main().catch((error: unknown) => {
  if (!(error instanceof Error && 'code' in error)) throw error
  refuse(String(error.code), error.message)
})
