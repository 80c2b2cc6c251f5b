exports.rows = () => [
  { id: 'tea', name: 'tea', price: 4 },
  { id: 'rice', name: 'rice', price: 6 },
  { id: 'fish', name: 'fish', price: 12.5 },
]
