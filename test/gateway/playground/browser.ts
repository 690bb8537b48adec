import { existsSync } from 'node:fs'
import { chromium, type BrowserContext, type Page, type Request } from 'playwright-core'
import { vi } from 'vitest'
import { start } from '../../../bin/commands/start.ts'
import { createCleanup, type Cleanup } from '../../support/cleanup.ts'
import { copyDemoData } from '../../support/demoData.ts'

/** Debian's; nothing is ever downloaded. */
const CHROMIUM = '/usr/bin/chromium'

export const hasChromium = existsSync(CHROMIUM)

/** A browser, and the real page as `concord start` serves it: with demo people, and without; the same keys in both. */
export interface PlaygroundBrowser extends AsyncDisposable {
  readonly url: string
  readonly urlWithoutDemo: string
  /** The page as somebody sees it who was never here. */
  readonly open: (url?: string) => Promise<PlaygroundPage>
}

/** What a person sees and does on the page; every step waits for what it needs. */
export interface PlaygroundPage {
  readonly page: Page
  /** Every request of the page. */
  readonly requests: readonly Request[]
  /** What the browser complained about in its console, or the page threw. */
  readonly complaints: string[]
  /** Waits for the editors: ▶ does nothing before they are there. */
  readonly ready: () => Promise<void>
  /** Presses ▶, once nothing is under way. */
  readonly run: () => Promise<void>
  /** Clicks on somebody, by the beginning of their name. */
  readonly be: (name: string) => Promise<void>
  /** Clicks on an app. */
  readonly signInTo: (client: string) => Promise<void>
  /** Clicks on a tab of the first ones, and waits for its operation to be read. */
  readonly openTab: (title: string) => Promise<void>
  /** Follows the tour to its next tab, which has this title, and waits for its operation to be read. */
  readonly goOn: (title: string) => Promise<void>
  readonly tabs: () => Promise<string[]>
  /** Waits for this in the answer on screen. */
  readonly sees: (text: string) => Promise<void>
  /** What stands in the editor of variables. */
  readonly variables: () => Promise<string>
  /** Pastes this in place of what stands in an editor. */
  readonly write: (editor: 'query' | 'variables' | 'headers', text: string) => Promise<void>
  /** What the browser keeps of the tabs, half a second after somebody wrote. */
  readonly stored: () => Promise<string>
  /** The bearer token of the next request to `/graphql` that has this in its query; undefined where it has none. */
  readonly tokenOf: (query: string, act: () => Promise<void>) => Promise<string | undefined>
  /** Moves the page's monotonic clock on. */
  readonly wait: (ms: number) => Promise<void>
}

const flags =
  '--headless --no-sandbox --disable-gpu --disable-background-networking --disable-component-update --disable-sync --no-first-run'

export async function playgroundBrowser(): Promise<PlaygroundBrowser> {
  const cleanup = createCleanup()
  try {
    const url = await serve(cleanup, true)
    const urlWithoutDemo = await serve(cleanup, false)
    const context = await launch(cleanup)
    return { url, urlWithoutDemo, open: (at = url) => open(context, at), [Symbol.asyncDispose]: cleanup.run }
  } catch (error) {
    await cleanup.run()
    throw error
  }
}

async function serve(cleanup: Cleanup, demo: boolean): Promise<string> {
  const data = await copyDemoData()
  cleanup.add(() => data[Symbol.asyncDispose]())
  const written: string[] = []
  const output = { write: (text: string) => written.push(text) > 0 }
  const running = await start({ ...data.configuration, demo }, output)
  cleanup.add(() => running.stop())
  const [url] = /http:\/\/127\.0\.0\.1:\d+/.exec(written.join('')) ?? []
  if (url === undefined) throw new Error(`The start must print its URL, but wrote: ${written.join('')}`)
  return url
}

async function launch(cleanup: Cleanup): Promise<BrowserContext> {
  // With no folder named, each launch has a fresh profile of its own.
  const browser = await chromium.launch({ executablePath: CHROMIUM, args: flags.split(' ') })
  cleanup.add(() => browser.close())
  const context = await browser.newContext({
    // Tall, because an editor draws only the lines in sight.
    viewport: { width: 1440, height: 1600 },
    permissions: ['clipboard-read', 'clipboard-write'],
  })
  await context.addInitScript(
    'globalThis.waited = 0; performance.now = ((now) => () => now.call(performance) + waited)(performance.now)',
  )
  return context
}

async function open(context: BrowserContext, url: string): Promise<PlaygroundPage> {
  const page = await context.newPage()
  await page.goto(`${url}/healthz`)
  await page.evaluate('localStorage.clear()')
  const requests: Request[] = []
  const complaints: string[] = []
  page.on('request', (request) => requests.push(request))
  page.on('pageerror', (error) => complaints.push(error.message))
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') complaints.push(message.text())
  })
  await page.goto(url)
  const steps = stepsOn(page)
  await steps.ready()
  return { page, requests, complaints, ...steps }
}

function stepsOn(page: Page): Omit<PlaygroundPage, 'page' | 'requests' | 'complaints'> {
  const editors = {
    query: '.graphiql-query-editor .monaco-editor',
    variables: '.graphiql-editor-tool .monaco-editor >> nth=0',
    headers: '.graphiql-editor-tool .monaco-editor >> nth=1',
  }
  const isRead = (title: string): Promise<boolean> =>
    page.evaluate(`/(query|mutation) ${title}\\b/.test(localStorage.getItem('graphiql:query'))`)
  const untilRead = (title: string): Promise<boolean> => vi.waitUntil(() => isRead(title), { timeout: 20_000 })
  return {
    async ready() {
      await page.locator('.graphiql-query-editor .view-line').first().waitFor()
      await page.locator('.result-window .monaco-editor').waitFor()
    },
    run: () => page.locator('.graphiql-execute-button[aria-label^="Execute"]').click(),
    be: (name) => page.locator('.concord-person', { hasText: name }).click(),
    signInTo: (client) => page.locator('.concord-client', { hasText: client }).click(),
    async openTab(title) {
      await page.locator('.graphiql-tab-button', { hasText: title }).click()
      await untilRead(title)
    },
    async goOn(title) {
      await page
        .locator('.concord-tour')
        .getByRole('button', { name: /^(Take the tour|Next: )/ })
        .click()
      await untilRead(title)
    },
    tabs: () => page.locator('.graphiql-tab-button').allTextContents(),
    sees: (text) => page.locator('.result-window .view-lines', { hasText: text }).waitFor(),
    variables: () => linesOf(page, editors.variables),
    async write(editor, text) {
      await page.locator(editors[editor]).click()
      await page.evaluate(`navigator.clipboard.writeText(${JSON.stringify(text)})`)
      await page.keyboard.press('ControlOrMeta+a')
      await page.keyboard.press('ControlOrMeta+v')
    },
    stored: async () => String(await page.evaluate('localStorage.getItem("graphiql:tabState")')),
    async tokenOf(query, act) {
      const isIt = (request: Request): boolean => request.postData()?.includes(query) === true
      const [request] = await Promise.all([page.waitForRequest(isIt), act()])
      return tokenOf(request)
    },
    wait: (ms) => page.evaluate(`waited += ${ms}`),
  }
}

export function tokenOf(request: Request): string | undefined {
  return request.headers()['authorization']?.replace('Bearer ', '')
}

/** An editor's lines are absolutely placed, in any order, and their spaces do not break. */
async function linesOf(page: Page, editor: string): Promise<string> {
  const lines = await page
    .locator(`${editor} >> .view-line`)
    .evaluateAll((found) => found.map((line) => [Number.parseInt(line.style.top), line.textContent ?? ''] as const))
  return lines
    .toSorted(([a], [b]) => a - b)
    .map(([, text]) => text.replaceAll('\u00a0', ' '))
    .join('\n')
}
