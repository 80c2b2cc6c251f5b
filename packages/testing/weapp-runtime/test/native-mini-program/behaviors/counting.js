module.exports = Behavior({
  properties: { start: { type: Number, value: 0 } },
  data: { value: 0 },
  lifetimes: {
    attached() {
      this.setData({ value: this.data.start })
    },
  },
  methods: {
    add(more) {
      this.setData({ value: this.data.value + more })
      this.triggerEvent('counted', { value: this.data.value })
    },
  },
})
