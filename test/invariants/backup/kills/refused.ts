import type { Configuration } from '../../../../bin/configuration.ts'
import { explainConfiguration } from '../../../../bin/configuration.ts'
import { backup } from '../../../../bin/commands/backup.ts'
import { doctor } from '../../../../bin/commands/doctor.ts'
import { exportLedger } from '../../../../bin/commands/exportLedger.ts'
import { restore } from '../../../../bin/commands/restore.ts'
import { seed } from '../../../../bin/commands/seed.ts'
import { start } from '../../../../bin/commands/start.ts'
import { subgraph } from '../../../../bin/commands/subgraph.ts'
import { Violation } from '../../crossposts/acts.ts'

/** Nothing but `doctor` goes on with a store that was restored by halves, and each says what to do. */
export async function refusedEverywhere(configuration: Configuration, file: string): Promise<void> {
  let text = ''
  const output = { write: (line: unknown) => ((text += String(line)), true) }
  const commands: Readonly<Record<string, () => Promise<unknown>>> = {
    start: () => start(configuration, output),
    'subgraph photo': () => subgraph(configuration, 'photo', output),
    'subgraph accounts': () => subgraph(configuration, 'accounts', output),
    seed: () => seed(configuration, output),
    backup: () => backup(configuration, `${file}.again`, '9.9.9', output),
    restore: () => restore(configuration, file, {}, output),
    'export-ledger': () => exportLedger(configuration, { id: 'nobody' }, { stdout: output, stderr: output } as never),
  }
  for (const [name, run] of Object.entries(commands)) {
    const said = await run().then(
      () => 'nothing: it went on',
      (error: unknown) => (error as Error).message,
    )
    if (!said.startsWith('RESTORE_UNFINISHED') || !said.includes('Empty it'))
      throw new Violation(`${name} must refuse a store that was restored by halves, but says ${said}`)
  }
  text = ''
  const configured = () => ({ ...explainConfiguration(undefined, {}, {}), configuration })
  if ((await doctor({ json: false, configured }, output)) !== 1 || !text.includes('Empty it'))
    throw new Violation(`doctor must find a store that was restored by halves, but says ${text}`)
}
