// A process that adds keys to the stores in a file, many at a time, and names each on a line once it is acknowledged.
// Then it has the file open until its input ends. Arguments: the file, what its keys begin with, how many.
import { once } from 'node:events'
import { openSqliteStores } from '../../src/sqlite'

const [file = '', prefix = '', count = '0'] = process.argv.slice(2)
const AT_A_TIME = 10
const DAY_MS = 86_400_000

async function main(): Promise<void> {
  const { preSigns, counters, close } = openSqliteStores({ file })
  for (let first = 0; first < Number(count); first += AT_A_TIME) {
    const keys = Array.from({ length: AT_A_TIME }, (_none, index) => `${prefix}${first + index}`)
    await Promise.all(
      keys.map(async (key) => {
        const isNew = await preSigns.addOnce(key, DAY_MS)
        await counters.add('all', 1, DAY_MS)
        process.stdout.write(`${isNew ? 'new' : 'old'} ${key}\n`)
      }),
    )
  }
  await once(process.stdin.resume(), 'end')
  await close()
}

main()
