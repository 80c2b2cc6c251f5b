import { createFetchHandler } from '../../../src/fetch'
import { answerOwn, type StartHost } from './host'

/** Without HTTP. */
export const startFetch: StartHost = async (server) => {
  const handle = createFetchHandler(server)
  const answer = async (request: Request) => {
    if (new URL(request.url).pathname === '/own') return Response.json(answerOwn(await request.json()))
    return new Response('nothing here', { status: 404 })
  }
  return {
    async send(path, init) {
      const request = new Request(`https://shop.example.com${path}`, init)
      return (await handle(request, { address: '127.0.0.1' })) ?? answer(request)
    },
    close: async () => undefined,
  }
}
