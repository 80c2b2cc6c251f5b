// The numbers that produce an outcome without any setup.
import { advise } from '@local-number/protocol/advice'
import { lookUp } from '@local-number/protocol/return-codes'
import type { MagicNumber } from '@local-number/simulator-contract'
import { Table, Text } from '@mantine/core'
import { useEffect, useState } from 'react'
import { toProblem } from '../api/request'
import { CopyIcon } from '../shell/CopyIcon'
import { Loading, ProblemNotice } from '../shell/notices'
import { PageFrame } from '../shell/PageFrame'
import type { Problem } from '../state/console-state'
import { useConsole } from '../state/use-console'
import { useTexts, useWords } from '../texts/words'

export function MagicPage() {
  const texts = useTexts().magic
  const { api, state } = useConsole()
  const [numbers, setNumbers] = useState<readonly MagicNumber[] | null>(null)
  const [problem, setProblem] = useState<Problem | null>(null)
  const live = state.connection === 'live'
  useEffect(() => {
    if (!live) return
    setProblem(null)
    api.listMagicNumbers().then(setNumbers, (thrown) => setProblem(toProblem(thrown)))
  }, [api, live])
  return (
    <PageFrame title={texts.title} intro={texts.intro}>
      <ProblemNotice problem={problem} />
      {numbers === null && problem === null && state.connection !== 'lost' && <Loading />}
      {numbers?.length === 0 && <Text>{texts.empty}</Text>}
      {numbers !== null && numbers.length > 0 && <Numbers numbers={numbers} />}
    </PageFrame>
  )
}

function Numbers({ numbers }: { readonly numbers: readonly MagicNumber[] }) {
  const { locale, texts } = useWords()
  const { magic, diagram } = texts
  const describe = ({ call, code }: MagicNumber) =>
    call === 'textMessage'
      ? magic.messages[code as keyof typeof magic.messages]
      : advise(lookUp(call, code), locale).meaning
  return (
    <Table className="magic" verticalSpacing="xs">
      <Table.Thead>
        <Table.Tr>
          {[magic.number, magic.as, magic.call, magic.code, magic.meaning].map((name) => (
            <Table.Th key={name}>{name}</Table.Th>
          ))}
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {numbers.map((number) => {
          const { msisdn, as, call, code } = number
          return (
            <Table.Tr key={`${msisdn} ${as} ${call}`}>
              <Table.Td>
                <span className="magic-number">
                  <code>{msisdn}</code>
                  <CopyIcon value={msisdn} label={magic.copyNumber(msisdn)} />
                </span>
              </Table.Td>
              <Table.Td data-label={magic.as}>{magic.uses[as]}</Table.Td>
              <Table.Td data-label={magic.call}>{diagram.calls[call]}</Table.Td>
              <Table.Td data-label={magic.code}>
                <code>{code}</code>
              </Table.Td>
              <Table.Td className="magic-meaning">{describe(number)}</Table.Td>
            </Table.Tr>
          )
        })}
      </Table.Tbody>
    </Table>
  )
}
