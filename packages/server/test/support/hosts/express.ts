import { json } from 'node:stream/consumers'
import express, { type Express } from 'express'
import { localNumber } from '../../../src/express'
import { answerOwn, listen, type StartHost } from './host'

/** Has the same types. */
export const createExpress4: typeof express = jest.requireActual('express-4')

type Change = (app: Express) => void

const startWith =
  (create: typeof express) =>
  (change: Change = () => undefined): StartHost =>
  (server) => {
    const app = create()
    change(app)
    app.use(localNumber(server))
    app.use('/own', async (request, response) => {
      response.json(answerOwn(request.body ?? (await json(request))))
    })
    return listen(app)
  }

export const startExpress = startWith(express)
export const startExpress4 = startWith(createExpress4)

const useParsersOf = (create: typeof express) => (app: Express) =>
  app.use(create.json(), create.urlencoded({ extended: false }))
export const useParsers = useParsersOf(express)
export const useParsers4 = useParsersOf(createExpress4)

export const trustProxy: Change = (app) => app.set('trust proxy', 'loopback')
