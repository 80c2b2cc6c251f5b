// The tests of one documented check, in both languages of the guide.
import { type Issuer, startIssuer } from './issuer'
import { type CheckName, GUIDES, type Program, startCheck } from './programs'
import { RULES } from './rules'

export function describeCheck(name: CheckName): void {
  describe.each(GUIDES)(`${name} in %s`, (guide) => {
    let issuer: Issuer
    let program: Program
    beforeAll(async () => {
      issuer = await startIssuer()
      program = startCheck({ guide, name, origin: issuer.origin })
    })
    afterAll(async () => {
      await program.stop()
      await issuer.stop()
    })

    test.each(RULES)('$name', ({ run }) => run({ issuer, check: program.check }))
  })
}
