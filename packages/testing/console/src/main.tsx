// Starts the page.
import '@mantine/core/styles.css'
import './diagram/diagram.css'
import './shell/shell.css'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { App } from './shell/App'

const root = document.getElementById('root')
if (root === null) throw new Error('index.html must contain an element with the id "root"')

createRoot(root).render(
  <StrictMode>
    <App />
  </StrictMode>,
)
