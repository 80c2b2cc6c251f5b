// A client SDK that breaks a rule fails exactly the scenarios of that rule.
import type { WxLike } from '@local-number/jssdk/miniprogram'
import { clientScenarios } from '../../src/client'
import { CLIENT_VARIANTS } from '../fixtures/client/variants'
import { findFailures } from '../support/failures'
import { forwardRejections } from '../support/rejections'
import { chooseScenarios, chooseVariants } from '../support/variants'

forwardRejections()

test.each(chooseVariants(CLIENT_VARIANTS))(
  'a client SDK that %s fails exactly the scenarios of that rule',
  async (name, { create, fails }) => {
    const scenarios = chooseScenarios(clientScenarios, { name, fails })
    const failures = await findFailures(scenarios, { open: (wx) => create(wx as WxLike) })
    expect(Object.keys(failures).sort()).toEqual([...fails].sort())
  },
)
