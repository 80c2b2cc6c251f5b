// `npm run login -- --phone 13800138000`: runs one login through the running stack, or one that is started for it.
import { parseMsisdn } from '@local-number/protocol'
import { type LoginOptions, parseLoginOptions, refuse } from './cli/options'
import { runLogin } from './cli/run-login'
import { runSmsLogin } from './cli/run-sms-login'
import { findTarget } from './cli/target'

const RUNS = { sim: runLogin, sms: runSmsLogin } as const

async function logIn({ phone, way, ...choice }: LoginOptions): Promise<void> {
  const msisdn = parseMsisdn(phone)
  // The message must not contain what may be most of a real number.
  if (msisdn === null) return refuse('badPhone', '--phone must be a mainland mobile number, such as 13800138000')
  const target = await findTarget(process.env, choice)
  try {
    console.log(target.description)
    const summary = await RUNS[way](msisdn, target, console.log)
    console.log(JSON.stringify(summary))
    process.exitCode = summary.outcome === 'verified' ? 0 : 1
  } finally {
    await target.stop()
  }
}

async function main(): Promise<void> {
  const options = parseLoginOptions(process.argv.slice(2))
  if (options) await logIn(options)
}

main().catch((error: unknown) => {
  if (!(error instanceof Error && 'code' in error)) throw error
  refuse(String(error.code), error.message)
})
