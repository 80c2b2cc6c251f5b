// What a file of apps may hold.

import type { AppRegistration } from '@local-number/simulator-contract'
import { z } from 'zod'
import { appSchema } from '../schemas/app'

/** The whole file. */
export const appsSchema = z
  .array(appSchema, { error: 'must be a list of apps' })
  .min(1, { error: 'must hold at least one app' })
  .superRefine((apps, context) => {
    for (const [index, { appId }] of apps.entries()) {
      if (apps.findIndex((app) => app.appId === appId) === index) continue
      context.addIssue({ code: 'custom', path: [index, 'appId'], message: 'is that of an app above' })
    }
  }) satisfies z.ZodType<readonly AppRegistration[]>
