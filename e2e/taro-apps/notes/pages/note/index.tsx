// One note: edit its text and color, then go back.
import { Button, Form, Label, Radio, RadioGroup, Text, Textarea, View } from '@tarojs/components'
import { getCurrentInstance, navigateBack, setNavigationBarTitle } from '@tarojs/taro'
import { Component } from 'react'
import { type Note, readNotes, storeNotes } from '../../storage'

const COLORS = ['white', 'yellow', 'green']

interface State {
  readonly text: string
  readonly color: string
}

/** A class component with lifecycle methods, as in many Taro apps. */
export default class NotePage extends Component<object, State> {
  readonly id = Number(getCurrentInstance().router?.params.id)

  constructor(props: object) {
    super(props)
    const { text, color } = this.findNote()
    this.state = { text, color }
  }

  override componentDidMount() {
    setNavigationBarTitle({ title: `便签 ${this.id}` })
  }

  findNote(): Note {
    const found = readNotes().find(({ id }) => id === this.id)
    if (!found) throw new Error(`note ${this.id} is not in the storage`)
    return found
  }

  save = () => {
    storeNotes(readNotes().map((note) => (note.id === this.id ? { ...note, ...this.state } : note)))
    navigateBack()
  }

  override render() {
    const { text, color } = this.state
    return (
      <View className="shelf">
        <Form onSubmit={this.save}>
          <Textarea className="words" value={text} onInput={({ detail }) => this.setState({ text: detail.value })} />
          <RadioGroup onChange={({ detail }) => this.setState({ color: String(detail.value) })}>
            {COLORS.map((each) => (
              <Label key={each} className={`color-${each}`}>
                <Radio value={each} checked={each === color} />
                <Text>{each}</Text>
              </Label>
            ))}
          </RadioGroup>
          <Text className="chosen">{color}</Text>
          <Button className="keep" formType="submit">
            存好
          </Button>
        </Form>
      </View>
    )
  }
}
