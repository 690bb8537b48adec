// The workers of the editor come first: they must be known before the editor is loaded.
import 'graphiql/setup-workers/vite'
import 'graphiql/style.css'
import './style.css'
import './controls.css'
import { createRoot } from 'react-dom/client'
import { createDemoPeople } from './demo.ts'
import { Playground } from './Playground.tsx'
import { removeForgottenTabs, storedTour, storeTour } from './stored.ts'
import { createTourBook } from './tourBook.ts'

const place = document.getElementById('page')
if (place === null) throw new Error('The page must have an element #page to be drawn in, but has none')
removeForgottenTabs()
const people = createDemoPeople({ fetch: (url) => fetch(url), now: () => performance.now() })
const demo = await people.load()
const newKey = (): string => `playground-${Date.now().toString(36)}`
const book = createTourBook({ stored: storedTour(), store: storeTour, newKey })
createRoot(place).render(<Playground people={people} demo={demo} book={book} />)
