import type { Configuration } from '../configuration.ts'
import { prepareDemo } from '../demo/demo.ts'
import { personas } from '../demo/personas.ts'
import { openHouse } from '../house/house.ts'
import { createProgress, type Output } from '../progress.ts'

/** Makes the demo people in the data directory and ends. */
export async function seed(configuration: Configuration, output: Output): Promise<void> {
  const house = await openHouse(configuration)
  const bar = createProgress(output, 'Making the demo people')
  try {
    await prepareDemo({ house, progress: (done, total) => bar.update(done, total) })
    output.write(`${personas.length} personas and their crowd live in ${configuration.data}.\n`)
  } finally {
    bar.stop()
    await house.close()
  }
}
