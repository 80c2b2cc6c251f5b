// The format of a file of apps. apps.schema.json is made from it.

import type { AppRegistration } from '@local-number/simulator-contract'
import { z } from 'zod'
import { appSchema } from '../schemas/app'
import { withCode } from '../schemas/fields'

export const appsSchema = z
  .array(appSchema, { error: 'must be a list of apps' })
  .min(1, { error: 'must hold at least one app' })
  .superRefine((apps, context) => {
    for (const [index, { appId }] of apps.entries()) {
      if (apps.findIndex((app) => app.appId === appId) === index) continue
      const message = 'is the appId of an app above'
      context.addIssue({ code: 'custom', path: [index, 'appId'], message, params: withCode('duplicate') })
    }
  }) satisfies z.ZodType<readonly AppRegistration[]>
