Page({
  data: { name: '', price: 0, visits: 0 },

  onLoad({ name, price }) {
    this.setData({ name: decodeURIComponent(name), price: Number(price), visits: getApp().globalData.visits })
    wx.setNavigationBarTitle({ title: this.data.name })
  },

  rename() {
    this.getOpenerEventChannel().emit('renamed', `old ${this.data.name}`)
  },

  back() {
    wx.navigateBack()
  },
})
