import { execFile, spawnSync } from 'node:child_process'
import { promisify } from 'node:util'
import type { Route } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { hasChromium, playgroundBrowser, tokenOf, type PlaygroundBrowser, type PlaygroundPage } from './browser.ts'

/** Each step of the tour: its tab, where one is signed in, and what the answer has. */
const tour: readonly [title: string, client: string, answer: string][] = [
  ['Tour1Request', 'Messenger', '"state": "REQUESTED"'],
  ['Tour2Open', 'Photo', '"displayName": "Chiara Moretti"'],
  ['Tour3Confirm', 'Photo', '"state": "CONFIRMED"'],
  ['Tour4Approve', 'Messenger', '"state": "APPROVED"'],
  ['Tour5Use', 'Photo', '"basis": "PERSONALIZED"'],
  ['Tour6Consents', 'Accounts center', '"state": "GRANTED"'],
  ['Tour7Uses', 'Accounts center', '"count": 1'],
  ['Tour8Withdraw', 'Accounts center', '"state": "WITHDRAWN"'],
  ['Tour9Pause', 'Accounts center', '"state": "PAUSED"'],
  ['Tour10Unlink', 'Accounts center', '"state": "UNLINKED"'],
]
const firstTabs = ['Home', 'Feed', 'ThreeApps', 'Share', ...tour.map(([title]) => title)]
/** A machine may be busy with other tests. */
const patiently = { timeout: 20_000 }
const hasCurl = spawnSync('curl', ['--version']).status === 0
if (!hasChromium) console.log('The playground was not tried in a browser: there is no /usr/bin/chromium.')

describe.skipIf(!hasChromium)('the playground in a browser', { timeout: 60_000 }, () => {
  let browser: PlaygroundBrowser
  // Loading the editor is what costs time: one page serves all cases, and each begins as the first person at Home.
  let at: PlaygroundPage

  beforeAll(async () => {
    browser = await playgroundBrowser()
    at = await browser.open()
  }, 120_000)
  afterAll(() => browser?.[Symbol.asyncDispose]())

  beforeEach(async () => {
    await at.page.unrouteAll()
    await at.be('Ada')
    await at.signInTo('Accounts')
    await at.openTab('Home')
  })
  afterEach(() => {
    const foreign = at.requests.map((request) => request.url()).filter((url) => !url.startsWith(`${browser.url}/`))
    const complaints = at.complaints.splice(0)
    if (foreign.length + complaints.length > 0)
      throw new Error(
        `The page must ask its own server only, and content the browser, but: ${[...foreign, ...complaints].join(', ')}`,
      )
  })

  test('begins with the first tabs and the first person, in whose name it reads the schema too', async () => {
    expect(await at.tabs()).toEqual(firstTabs)
    const introspection = at.requests.find((request) => request.postData()?.includes('IntrospectionQuery') === true)
    expect(introspection && tokenOf(introspection)).toMatch(/^ey/)
    expect(await at.tokenOf('query Home', at.run)).toBe(introspection && tokenOf(introspection))
    await at.sees('"displayName": "Ada Okafor"')
  })

  test('shows who answered the operation that ran, and with whose data', async () => {
    await at.openTab('Home')
    await at.page.getByRole('button', { name: 'Show Plan and consent' }).click()
    const panel = at.page.getByRole('region', { name: 'Plan and consent' })
    await at.run()
    await panel.getByText('decides whether social may use data of messenger for ADS').waitFor(patiently)
    await panel.getByText('uses data of photo for ADS, or null').waitFor(patiently)
    await at.openTab('Feed')
    await at.run()
    await panel.getByText('No data of one app reaches another.').waitFor(patiently)
    await at.page.getByRole('button', { name: 'Hide Plan and consent' }).click()
  })

  test('shares a status, shows both stories come and go, and what refuses it first', async () => {
    await at.be('Dev')
    await at.page.getByRole('button', { name: 'Watch stories' }).click()
    const panel = at.page.getByRole('region', { name: 'Stories' })
    const press = (name: string): Promise<void> => panel.getByRole('button', { name }).first().click()
    const phones = ['Photo app', 'Social app'].map((name) => panel.getByRole('article', { name }))
    const inBoth = (text: string) =>
      Promise.all(phones.map((phone) => phone.getByText(text, { exact: true }).waitFor(patiently)))
    await panel.getByLabel('What its stories will say').fill('One status, two stories.')
    await press('Share it')
    await inBoth('CROSSPOST_NOT_ENABLED')
    for (const phone of phones) {
      await phone.getByRole('button', { name: 'Switch it on' }).click()
      await phone.getByText('Sharing is on here now').waitFor(patiently)
    }
    await press('Share it')
    await inBoth('One status, two stories.')
    await inBoth('from MESSENGER')
    expect(await panel.getByText('A stranger, signed out').allTextContents()).toEqual([
      '✓ A stranger, signed out: sees the story',
      '– A stranger, signed out: sees no story',
    ])
    await press('Retract')
    await inBoth('The story is gone.')
    await inBoth('No story from the messenger')
    await at.page.getByRole('button', { name: 'Hide Stories' }).click()
  })

  test('is somebody else after one click: says who, and asks again', async () => {
    await at.run()
    await at.be('Ben')
    await at.sees('"displayName": "Ben Lindqvist"')
    expect(await at.page.locator('.concord-story').textContent()).toContain(
      'Ben LindqvistAll three apps linked, and every use of his data refused',
    )
  })

  test('is the last of those whom one clicked on, however quickly', async () => {
    await at.page.route('**/graphql', async (route) => {
      const response = await route.fetch()
      if (response.ok()) await route.fulfill({ response })
    })
    for (const name of ['Ben', 'Chiara', 'Dev', 'Elif']) await at.be(name)
    await at.sees('"displayName": "Elif Kaya"')
  })

  test('is signed in to an app after one click, and stays there with people who use it', async () => {
    await at.signInTo('Photo')
    await at.sees('"app": "PHOTO"')
    await at.sees('"account": null')
    await at.be('Hana')
    await at.sees('"displayName": "Hana Sato"')
    await at.sees('"app": "PHOTO"')
    expect(await at.page.getByRole('radio', { name: /^Messenger/ }).isDisabled()).toBe(true)
    await at.be('Ingrid')
    await at.sees('"displayName": "Ingrid Vogel"')
    expect(await at.page.getByRole('radio', { name: /^Accounts center/ }).isChecked()).toBe(true)
  })

  test('sends no token as nobody', async () => {
    expect(await at.tokenOf('query Home', () => at.be('Nobody'))).toBeUndefined()
    await at.sees('"viewer": null')
    expect(await at.page.getByRole('radio', { name: /^Accounts center/ }).isDisabled()).toBe(true)
  })

  test('lets the keyboard choose people and apps', async () => {
    await at.page.getByRole('radio', { name: /^Ada Okafor/ }).focus()
    await at.page.keyboard.press('ArrowRight')
    await at.sees('"displayName": "Ben Lindqvist"')
    await at.page.keyboard.press('Shift+Tab')
    await at.page.keyboard.press('ArrowRight')
    await at.sees('"app": "MESSENGER"')
  })

  test('asks again in a tab that was answered to somebody else, and sends no mutation by itself', async () => {
    const sent = (): number =>
      at.requests.filter((request) => request.postData()?.includes('mutation Share') === true).length
    const before = sent()
    await at.run()
    await at.sees('Ada Okafor')
    await at.openTab('Share')
    await at.run()
    await at.sees('"code": "CROSSPOST_LINK_NOT_ACTIVE"')
    await at.be('Ben')
    await at.page.locator('.result-window .view-line', { hasText: 'CROSSPOST' }).waitFor({ state: 'detached' })
    await at.openTab('Home')
    await at.sees('"displayName": "Ben Lindqvist"')
    expect(sent()).toBe(before + 1)
  })

  test('has a status of whoever one is in Share, until somebody changes the variables', async () => {
    await at.openTab('Share')
    await expect.poll(at.variables, patiently).toMatch(/"statusId": "[\w-]{50,}"/)
    const written = await at.variables()
    await at.be('Ben')
    await expect.poll(at.variables, patiently).not.toBe(written)
    expect(await at.variables()).toMatch(/"statusId": "[\w-]{50,}"/)
    await at.be('Luca')
    await expect.poll(at.variables, patiently).toContain('Luca Romano has no status')
    await at.write('variables', '{ "input": null }')
    await expect.poll(at.stored, patiently).toContain('null }')
    await at.openTab('Home')
    await at.be('Ada')
    await at.sees('Ada Okafor')
    await at.openTab('Share')
    expect(await at.variables()).toBe('{ "input": null }')
    await at.write('variables', written)
  })

  test('takes somebody through the tour, tab by tab, each filled in from the answers before', async () => {
    await at.be('Chiara')
    for (const [title, client, answer] of tour) {
      await at.goOn(title)
      expect(await at.page.getByRole('radio', { name: new RegExp(`^${client}:`) }).isChecked()).toBe(true)
      expect(await at.variables()).not.toContain('…')
      await at.run()
      await at.sees(answer)
      if (title === 'Tour4Approve') await at.page.getByText('Linked: Messenger and Photo.').waitFor()
    }
    await at.page.getByText('Nothing linked.').waitFor()
    await at.openTab('Tour5Use')
    await at.run()
    await at.sees('"basis": "CONTEXTUAL"')
    await at.openTab('Tour10Unlink')
    await at.sees('"state": "UNLINKED"')
  })

  test('says of a step that comes too early what to do first, and sends nothing', async () => {
    await at.openTab('Tour3Confirm')
    expect(await at.page.getByRole('region', { name: 'Tour' }).textContent()).toContain(
      'Step 3 of 10 · Photo Answer every offer',
    )
    // Home, in sight before, may still be on its way.
    const sent = (): number =>
      at.requests.filter((request) => request.postData()?.includes('mutation Tour3Confirm') === true).length
    const before = sent()
    await at.run()
    await at.sees('First run Tour2Open: its answer has the offers.')
    expect(await at.variables()).toContain('// First run Tour2Open: its answer has the offers.')
    expect(sent()).toBe(before)
  })

  test('keeps what somebody wrote in a step, until an answer makes something else of it', async () => {
    await at.be('Goran')
    await at.openTab('Tour8Withdraw')
    const written = (await at.variables()).replace('PERSONALIZE', 'IMPROVE')
    await at.write('variables', written)
    await expect.poll(at.stored, patiently).toContain('IMPROVE')
    await at.openTab('Home')
    await at.openTab('Tour8Withdraw')
    expect(await at.variables()).toBe(written)
    await at.openTab('Tour1Request')
    await at.run()
    await at.sees('"code": "')
    await at.openTab('Tour2Open')
    expect(await at.variables()).toMatch(/"code": "(\w{4}-?){4}"/)
  })

  test('renews tokens before they expire', async () => {
    const first = await at.tokenOf('query Home', at.run)
    await at.sees('Ada Okafor')
    expect(await at.tokenOf('query Home', at.run)).toBe(first)
    await at.sees('Ada Okafor')
    await at.wait(8 * 60_000)
    expect(await at.tokenOf('query Home', at.run)).not.toBe(first)
    await at.sees('Ada Okafor')
  })

  test('renews a token that the server takes for a bad one', async () => {
    const spoil = async (route: Route): Promise<void> => {
      const text = await (await route.fetch()).text()
      await route.fulfill({ body: text.replaceAll(/"ey[^"]*/g, '"spoiled'), contentType: 'application/json' })
    }
    await at.page.route('**/dev/personas', spoil, { times: 1 })
    await at.wait(8 * 60_000)
    expect(await at.tokenOf('query Home', at.run)).toBe('spoiled')
    await at.sees('"displayName": "Ada Okafor"')
    expect(at.complaints.splice(0)).toEqual([expect.stringContaining('401')])
  })

  test.skipIf(!hasCurl)('copies a command that a shell runs', async () => {
    await at.openTab('Feed')
    await at.be('Chiara')
    await at.sees('"photoFeed"')
    await at.page.getByRole('button', { name: 'Copy as curl' }).click()
    await at.page.getByText('Copied, with a token that lives ten minutes').waitFor()
    const command = String(await at.page.evaluate('navigator.clipboard.readText()'))
    const { stdout } = await promisify(execFile)('sh', ['-c', command])
    const [name] = /"displayName":"[^"]+"/.exec(stdout) ?? []
    await at.sees(name?.replace(':', ': ') ?? 'an author')
  })

  test('explains the schema', async () => {
    await at.page.getByRole('button', { name: 'Show Documentation Explorer' }).click()
    const docs = at.page.locator('.graphiql-plugin')
    await docs.getByText('Query', { exact: true }).click()
    await docs.getByText('photoFeed').waitFor()
    await at.page.getByRole('button', { name: 'Hide Documentation Explorer' }).click()
  })

  test('says in the place of the answer that the server is down', async () => {
    await at.page.route('**/graphql', (route) => route.abort())
    await at.run()
    await at.sees('The server does not answer. Is it still running?')
    expect(at.complaints.splice(0)).toEqual([expect.stringContaining('ERR_FAILED')])
  })

  test('keeps who one is and what one typed, until the first tabs are brought back', async () => {
    await at.be('Dev')
    await at.write('query', 'query Mine { viewer { profile { displayName } } }')
    await expect.poll(at.stored, patiently).toContain('Mine')
    await at.page.reload()
    await at.ready()
    await at.run()
    await at.sees('"displayName": "Dev Raman"')
    expect(await at.tabs()).toEqual(['Mine', ...firstTabs.slice(1)])
    at.page.once('dialog', (dialog) => void dialog.accept())
    await at.page.getByRole('button', { name: 'Bring the first tabs back' }).click()
    await expect.poll(at.tabs, patiently).toEqual(firstTabs)
    await at.ready()
  })

  test('says without demo people how to be somebody, and takes a token from the headers', async () => {
    const people = (await (await fetch(`${browser.url}/dev/personas`)).json()) as { tokens: Record<string, string> }[]
    const alone = await browser.open(browser.urlWithoutDemo)
    expect(await alone.page.locator('.concord-story').textContent()).toContain('put a token into Headers below')
    await alone.run()
    await alone.sees('"viewer": null')
    await alone.write('headers', JSON.stringify({ Authorization: `Bearer ${people[0]?.tokens['SOCIAL'] ?? ''}` }))
    await alone.run()
    await alone.sees('"displayName": "Ada Okafor"')
  })
})
