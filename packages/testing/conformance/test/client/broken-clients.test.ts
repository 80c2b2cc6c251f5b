// A client SDK that breaks a rule fails exactly the scenarios of that rule.
import { createMiniProgramYdrz, type WxLike } from '@local-number/jssdk/miniprogram'
import { clientScenarios } from '../../src/client'
import type { Client } from '../../src/client/client'
import { openOurHttpsClient } from '../fixtures/client/https-client'
import { CLIENT_VARIANTS } from '../fixtures/client/variants'
import { findFailures } from '../support/failures'
import { forwardRejections } from '../support/rejections'
import { chooseScenarios, chooseVariants } from '../support/variants'

forwardRejections()

const createOurs = (wx: WxLike) => createMiniProgramYdrz(wx) as Client

test.each(chooseVariants(CLIENT_VARIANTS))(
  'a client SDK that %s fails exactly the scenarios of that rule',
  async (name, { create = createOurs, createHttps: openHttps = openOurHttpsClient, fails }) => {
    const scenarios = chooseScenarios(clientScenarios, { name, fails })
    const subject = { open: (wx: object) => create(wx as WxLike), openHttps }
    const failures = await findFailures(scenarios, subject, ['https'])
    expect(Object.keys(failures).sort()).toEqual([...fails].sort())
  },
)
