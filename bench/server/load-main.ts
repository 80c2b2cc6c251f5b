// The process that makes the load. It reports how busy it was itself: a generator that is the bottleneck measures
// itself.
import { performance } from 'node:perf_hooks'
import { BUSINESS_PATHS } from '@local-number/protocol'
import { createHttpsSign, createImageSign, createVerify } from './bodies'
import { answerParent } from './child'
import { runOpenLoop } from './open-loop'
import { type Answered, createPoster, type Poster } from './post'

/** What is asked. `login` is a signature of the image edition and its verification. */
export type Ask = 'imageSign' | 'httpsSign' | 'verify' | 'login'

export interface LoadFacts {
  readonly ask: Ask
  /** They take turns. */
  readonly urls: readonly string[]
  readonly requests: number
  readonly connections: number
  /** Whether a verify needs an attempt of this server, which is signed before the clock runs. */
  readonly needsAttempts?: boolean
}

export interface LoadReport {
  readonly seconds: number
  /** From 0 to 1: the share of the time in which the generator itself was at work. */
  readonly busy: number
}

type Task = () => Promise<void>

/** Several requests at a time, each on its own connection; the next one starts when one has ended. */
async function runAll(tasks: readonly Task[], atOnce: number): Promise<void> {
  let next = 0
  const work = async () => {
    while (next < tasks.length) {
      const task = tasks[next]
      next += 1
      await task?.()
    }
  }
  await Promise.all(Array.from({ length: atOnce }, work))
}

function requireOk({ status, text }: Answered): string {
  if (status !== 200) throw new Error(`answered ${status}: ${text}`)
  return text
}

const post = async (poster: Poster, path: string, body: string) => requireOk(await poster.post(path, body))

async function logIn(poster: Poster, sign: string): Promise<void> {
  const { attemptId } = JSON.parse(await post(poster, BUSINESS_PATHS.sign, sign))
  await post(poster, BUSINESS_PATHS.verify, JSON.stringify(createVerify(attemptId)))
}

/** What is made before the clock runs, and what is done once it does. */
const PREPARE: Readonly<Record<Ask, (poster: Poster, needsAttempts: boolean) => Promise<Task>>> = {
  imageSign: async (poster) => prepareSign(poster, createImageSign()),
  httpsSign: async (poster) => prepareSign(poster, createHttpsSign()),
  async login(poster) {
    const sign = JSON.stringify(createImageSign())
    return () => logIn(poster, sign)
  },
  async verify(poster, needsAttempts) {
    const sign = JSON.stringify(createHttpsSign())
    const { attemptId } = needsAttempts ? JSON.parse(await post(poster, BUSINESS_PATHS.sign, sign)) : { attemptId: '' }
    const body = JSON.stringify(createVerify(attemptId))
    return async () => void (await post(poster, BUSINESS_PATHS.verify, body))
  },
}

function prepareSign(poster: Poster, request: object): Task {
  const body = JSON.stringify(request)
  return async () => void (await post(poster, BUSINESS_PATHS.sign, body))
}

interface Prepared {
  readonly tasks: readonly Task[]
  readonly connections: number
}

let prepared: Prepared | undefined

/** Turns are short, so that connections last for many of them. */
const posters = new Map<string, Poster>()

function findPoster(url: string, connections: number): Poster {
  const key = `${connections} to ${url}`
  const poster = posters.get(key) ?? createPoster(url, connections)
  posters.set(key, poster)
  return poster
}

async function prepare({ ask, urls, requests, connections, needsAttempts = false }: LoadFacts): Promise<void> {
  const all = urls.map((url) => findPoster(url, Math.ceil(connections / urls.length)))
  const tasks: Task[] = []
  const preparations = Array.from({ length: requests }, (_, place) => async () => {
    tasks.push(await PREPARE[ask](all[place % all.length] as Poster, needsAttempts))
  })
  await runAll(preparations, connections)
  prepared = { tasks, connections }
}

async function run(): Promise<LoadReport> {
  if (!prepared) throw new Error('there is no load: prepare it first')
  const { tasks, connections } = prepared
  prepared = undefined
  const [start, loop] = [performance.now(), performance.eventLoopUtilization()]
  await runAll(tasks, connections)
  const [seconds, busy] = [(performance.now() - start) / 1000, performance.eventLoopUtilization(loop).utilization]
  return { seconds, busy }
}

answerParent({ prepare, load: run, openLoop: runOpenLoop })
