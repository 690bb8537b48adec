// The workers of the editor come first: they must be known before the editor is loaded.
import 'graphiql/setup-workers/vite'
import 'graphiql/style.css'
import './style.css'
import { createRoot } from 'react-dom/client'
import { Playground } from './Playground.tsx'
import { loadPersonas } from './personas.ts'

const place = document.getElementById('page')
if (place === null) throw new Error('The page must have an element #page to be drawn in, but has none')
const root = createRoot(place)
const personas = await loadPersonas()
root.render(<Playground personas={personas} />)
