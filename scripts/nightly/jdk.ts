// The check for Java that the backend guide prints, run as printed by a JDK without any library.
import { startIssuer } from '../ticket-checks/issuer'
import { GUIDES, startCheck } from '../ticket-checks/programs'
import { RULES } from '../ticket-checks/rules'

async function run(): Promise<void> {
  for (const guide of GUIDES) {
    const issuer = await startIssuer()
    const { check, stop } = startCheck({ guide, name: 'TicketCheck.java', origin: issuer.origin })
    for (const rule of RULES) {
      await rule.run({ issuer, check }).then(
        () => console.log(`ok ${guide}: ${rule.name}`),
        (error) => {
          console.error(`FAILED ${guide}: ${rule.name}\n${error.message}`)
          process.exitCode = 1
        },
      )
    }
    await stop()
    await issuer.stop()
  }
}

run()
