// `kill -9` at random moments under load, over the default store: one process, which starts again on its SQLite file.
import { describeKills } from './support/describe-kills'

describeKills({ openStore: async () => 'sqlite', backends: 1, kills: 3 })
