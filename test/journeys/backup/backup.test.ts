import { copyDemoData } from '../../support/demoData.ts'
import { backedUpGraphs } from './backedUpGraph.ts'

backedUpGraphs({ people: copyDemoData, elsewhere: () => ({}) })
