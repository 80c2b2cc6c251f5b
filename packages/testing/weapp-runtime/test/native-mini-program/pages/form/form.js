Page({
  data: { name: '', code: '', toppings: ['nuts', 'salt'], chosen: '', sent: '' },

  digitsOnly({ detail }) {
    this.setData({ code: detail.value.replace(/\D/g, '') })
  },

  chosen({ detail }) {
    this.setData({ chosen: detail.value.join('+') })
  },

  submit({ detail }) {
    const { name, code, toppings, size, spicy } = detail.value
    this.setData({ sent: [name, code, toppings.join('+'), size, spicy].join(', ') })
  },
})
