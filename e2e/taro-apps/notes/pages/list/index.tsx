// All notes: add, mark as done, open and delete them.
import { Button, Image, Input, ScrollView, Switch, Text, View } from '@tarojs/components'
import { getNetworkType, navigateTo, request, showModal, useDidHide, useDidShow, useRouter } from '@tarojs/taro'
import { useState } from 'react'
import { type Note, readNotes, storeNotes } from '../../storage'

/** Deeper than Taro's templates for WeChat nest: from there on Taro uses a custom component. */
const DEPTH = 40

export default function ListPage() {
  const { base = '' } = useRouter().params
  const [notes, setNotes] = useState<readonly Note[]>([])
  const [draft, setDraft] = useState('')
  const [shown, setShown] = useState<string[]>([])
  const [fact, setFact] = useState('')
  const [cover, setCover] = useState('waiting')
  useDidShow(() => {
    setNotes(readNotes())
    setShown((all) => [...all, 'show'])
  })
  useDidHide(() => setShown((all) => [...all, 'hide']))
  const replaceNotes = (changed: readonly Note[]) => {
    setNotes(changed)
    storeNotes(changed)
  }
  const add = () => {
    const id = notes.reduce((highest, note) => Math.max(highest, note.id), 0) + 1
    replaceNotes([...notes, { id, text: draft, color: 'white', done: false }])
    setDraft('')
  }
  const clear = async () => {
    const { confirm } = await showModal({ title: '清空', content: '全部便签都会删除' })
    if (confirm) replaceNotes([])
  }
  const ask = async () => {
    const server = decodeURIComponent(base)
    const { networkType } = await getNetworkType()
    const { data, statusCode } = await request({ url: `${server}/fact`, method: 'POST', data: { notes: notes.length } })
    setFact(`${statusCode} ${data.fact} over ${networkType}`)
  }
  return (
    <ScrollView className="shelf" scrollY>
      <Image
        className="cover"
        src={`${decodeURIComponent(base)}/cover.png`}
        onLoad={({ detail }) => setCover(`${detail.width}x${detail.height}`)}
        onError={() => setCover('broken')}
      />
      <Text className="cover-state">{cover}</Text>
      <Input className="draft" value={draft} placeholder="写点什么" onInput={({ detail }) => setDraft(detail.value)} />
      <Button className="add" disabled={draft === ''} onClick={add}>
        记下
      </Button>
      <Text className="count">{`共 ${notes.length} 条`}</Text>
      {notes.map((note) => (
        <View key={note.id} className={note.done ? 'note note-done' : 'note'}>
          <Text className="note-text">{note.text}</Text>
          <Switch
            checked={note.done}
            onChange={({ detail }) =>
              replaceNotes(notes.map((each) => (each.id === note.id ? { ...each, done: detail.value } : each)))
            }
          />
          <Button className="open" onClick={() => navigateTo({ url: `/pages/note/index?id=${note.id}` })}>
            打开
          </Button>
        </View>
      ))}
      <Button className="clear" onClick={clear}>
        清空
      </Button>
      <Button className="ask" onClick={ask}>
        问服务器
      </Button>
      <Text className="fact">{fact}</Text>
      <Text className="shown">{shown.join(' ')}</Text>
      <Nest depth={DEPTH}>
        <Button className="deep" onClick={() => setFact('deep')}>
          深处
        </Button>
      </Nest>
    </ScrollView>
  )
}

function Nest({ depth, children }: { readonly depth: number; readonly children: JSX.Element }): JSX.Element {
  return depth === 0 ? children : <View>{<Nest depth={depth - 1}>{children}</Nest>}</View>
}
