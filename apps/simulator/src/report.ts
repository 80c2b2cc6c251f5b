// What the simulator says on its terminal: where it listens, what an app needs, and one line per message.
import { DEFAULT_HANDSETS, type MessageRecord, type Simulator } from '@local-number/simulator'

/** One line per listener, then the app's credentials as environment lines for the backend. */
export function announcement(simulator: Simulator): readonly string[] {
  const handsets = DEFAULT_HANDSETS.map(({ id, label }) => `handset    ${simulator.handsetOrigin(id)}  ${id}  ${label}`)
  const credentials = simulator.apps.flatMap(({ appId, appKey, platformPublicKey }) => [
    `LOCAL_NUMBER_VERIFY_ORIGIN=${simulator.origin}`,
    `LOCAL_NUMBER_APP_ID=${appId}`,
    // The mark lets a production backend refuse what was pasted from here.
    `LOCAL_NUMBER_APP_KEY=demo:${appKey}`,
    `LOCAL_NUMBER_PLATFORM_PUBLIC_KEY=demo:${platformPublicKey}`,
  ])
  return [
    `gateway    ${simulator.origin}  (the active handset; numbers to type: ${simulator.origin}/_sim/handsets)`,
    `test line  ${simulator.testLineOrigin}`,
    ...handsets,
    ...credentials,
  ]
}

/** `08:59:00.000 production getMobile cm-wifi 500/111002 - 3 ms msgId=…`, times in UTC. */
export function messageLine(message: MessageRecord): string {
  const { at, line, call, handset, outerCode, innerCode, msisdnMasked, ms, msgId, takingMsgId } = message
  return [
    new Date(at).toISOString().slice(11, 23),
    line,
    call,
    handset ?? '-',
    outerCode === innerCode ? outerCode : `${outerCode}/${innerCode}`,
    msisdnMasked || '-',
    `${Math.round(ms)} ms`,
    `msgId=${msgId}`,
    ...(takingMsgId ? [`takingMsgId=${takingMsgId}`] : []),
  ].join(' ')
}
