const counting = require('../../behaviors/counting')

Component({
  options: { multipleSlots: true },
  behaviors: [counting],
  properties: { label: { type: String, value: 'count' } },
  data: { parity: 'even' },
  observers: {
    value(value) {
      this.setData({ parity: value % 2 === 0 ? 'even' : 'odd' })
    },
  },
  methods: {
    tapped() {
      this.add(1)
    },
  },
})
