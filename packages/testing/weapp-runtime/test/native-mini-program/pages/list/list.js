const { rows } = require('../../utils/rows')

Page({
  data: { heading: 'goods', rows: rows(), counted: 'not yet' },

  onShow() {
    getApp().globalData.visits += 1
  },

  open({ currentTarget }) {
    const { rowId } = currentTarget.dataset
    const { name, price } = this.data.rows.find(({ id }) => id === rowId)
    wx.navigateTo({
      url: `../detail/detail?name=${encodeURIComponent(name)}&price=${price}`,
      events: { renamed: (to) => this.rename(rowId, to) },
    })
  },

  remove({ currentTarget }) {
    this.setData({ rows: this.data.rows.filter(({ id }) => id !== currentTarget.dataset.rowId) })
  },

  rename(rowId, name) {
    const at = this.data.rows.findIndex(({ id }) => id === rowId)
    this.setData({ [`rows[${at}].name`]: name })
  },

  raise() {
    this.setData({ 'rows[0].price': this.data.rows[0].price + 6 })
    this.selectComponent('#counter').add(5)
  },

  counted({ detail, type }) {
    this.setData({ counted: `${type} ${detail.value}` })
  },
})
