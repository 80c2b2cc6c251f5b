// Kills of a process over SQLite while users log in by message.
import { describeSmsKills } from './support/describe-sms-kills'

describeSmsKills(async () => 'sqlite', Number(process.env.KILLS ?? 3))
