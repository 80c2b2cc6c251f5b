import { json } from 'node:stream/consumers'
import { localNumber } from '../../../src/express'
import { answerOwn, listen, type StartHost } from './host'

/** Node's own, without a framework. */
export const startHttp: StartHost = (server) => {
  const api = localNumber(server)
  return listen((request, response) =>
    api(request, response, async () => {
      if (request.url !== '/own') return response.writeHead(404).end('nothing here')
      return response.end(JSON.stringify(answerOwn(await json(request))))
    }),
  )
}
