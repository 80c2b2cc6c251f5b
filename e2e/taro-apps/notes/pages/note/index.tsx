// One note: its words, its colour, and the way back.
import { Button, Form, Label, Radio, RadioGroup, Text, Textarea, View } from '@tarojs/components'
import { getCurrentInstance, navigateBack, setNavigationBarTitle } from '@tarojs/taro'
import { Component } from 'react'
import { keepNotes, type Note, readNotes } from '../../shelf'

const COLOURS = ['white', 'yellow', 'green']

interface State {
  readonly text: string
  readonly colour: string
}

/** A class with lifetimes, as many Taro apps have it. */
export default class NotePage extends Component<object, State> {
  readonly id = Number(getCurrentInstance().router?.params.id)

  constructor(props: object) {
    super(props)
    const { text, colour } = this.note()
    this.state = { text, colour }
  }

  override componentDidMount() {
    setNavigationBarTitle({ title: `便签 ${this.id}` })
  }

  note(): Note {
    const found = readNotes().find(({ id }) => id === this.id)
    if (!found) throw new Error(`no note ${this.id}`)
    return found
  }

  keep = () => {
    keepNotes(readNotes().map((note) => (note.id === this.id ? { ...note, ...this.state } : note)))
    navigateBack()
  }

  override render() {
    const { text, colour } = this.state
    return (
      <View className="shelf">
        <Form onSubmit={this.keep}>
          <Textarea className="words" value={text} onInput={({ detail }) => this.setState({ text: detail.value })} />
          <RadioGroup onChange={({ detail }) => this.setState({ colour: String(detail.value) })}>
            {COLOURS.map((each) => (
              <Label key={each} className={`colour-${each}`}>
                <Radio value={each} checked={each === colour} />
                <Text>{each}</Text>
              </Label>
            ))}
          </RadioGroup>
          <Text className="chosen">{colour}</Text>
          <Button className="keep" formType="submit">
            存好
          </Button>
        </Form>
      </View>
    )
  }
}
