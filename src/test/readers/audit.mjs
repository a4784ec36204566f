// node audit.mjs BOOK...
// What is to be mended for readers who do not see, or see little: a line on standard output for
// each thing that Ace by DAISY has to say of a book, or axe-core of a document of it in a narrow
// window, by day and by night. No line, and nothing is wrong.
import { mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import ace from '@daisy/ace-core'
import { launch } from './browser.mjs'

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

// WCAG 2.2 as far as AA; axe-core leaves target-size (2.5.8) out of it unless asked.
const ALL = {
  runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22a', 'wcag22aa'],
  rules: { 'target-size': { enabled: true } },
}
const COLOURS = { runOnly: { type: 'rule', values: ['color-contrast', 'link-in-text-block'] } }

// As reading systems have it: the colours of the page are theirs, and they lay them under ours.
const LIGHTS = {
  day: ':root { background: #fff; color: #000 } a:link { color: #00e }',
  sepia: ':root { background: #f4ecd8; color: #3b2a1a } a:link { color: #3b2a1a }',
  night: ':root { color-scheme: dark; background: #121212; color: #e0e0e0 } a:link { color: lightblue }',
}

const browser = await launch()

/** As ace-axe-runner-puppeteer, which brings a browser of its own and starts it for each book. */
const runner = {
  concurrency: 2,
  launch: async () => {},
  close: async () => {},
  run: async (url, scripts, contents, folder) => {
    runner.folder = folder
    const page = await browser.newPage()
    try {
      await page.goto(url)
      for (const content of contents) await page.addScriptTag({ content })
      for (const path of scripts) await page.addScriptTag({ path })
      return await page.evaluate(() => new Promise((resolve, reject) =>
        window.daisy.ace.run((error, result) => error ? reject(error) : resolve(result))))
    } finally {
      await page.close()
    }
  },
}

const say = (book, place, what) => console.log(`${book}: ${place}: ${what}`.replace(/\s+/g, ' '))

const aceOf = async (book, folder) => {
  const [, report] = await ace(book, { cwd: process.cwd(), outdir: folder, silent: true }, runner)
  for (const { 'earl:testSubject': subject, assertions } of report.assertions)
    for (const { 'earl:test': test, 'earl:result': result } of assertions)
      say(book, subject.url, `Ace ${test['dct:title']}: ${result['dct:description']} ${result.html ?? ''}`)
}

const axeOf = async (book, folder) => {
  const files = readdirSync(folder, { recursive: true }).filter(file => file.endsWith('.xhtml')).sort()
  for (const file of files) {
    const page = await browser.newPage()
    await page.setViewport({ width: 360, height: 640 })
    await page.goto(pathToFileURL(join(folder, file)).href)
    await page.evaluate(AXE)
    for (const [light, sheet] of Object.entries(LIGHTS)) {
      const violations = await page.evaluate(check, sheet, light === 'day' ? ALL : COLOURS)
      for (const { id, nodes } of violations)
        for (const node of nodes) say(book, file, `axe ${id} by ${light}: ${node.failureSummary} ${node.html}`)
    }
    await page.close()
  }
}

// Runs in the browser. A page's mark may be named (DPUB-ARIA 1.1, doc-pagebreak), and is judged by
// Ace, whose axe knows it on any element.
const check = async (css, rules) => {
  const sheet = document.querySelector('#light') ?? document.createElement('style')
  sheet.id = 'light'
  sheet.textContent = css
  document.head.prepend(sheet)
  return (await window.axe.run({ exclude: '[role=doc-pagebreak]' }, rules)).violations
}

for (const book of process.argv.slice(2)) {
  const folder = mkdtempSync(join(tmpdir(), 'ace-'))
  await aceOf(book, folder)
  await axeOf(book, runner.folder)
  rmSync(folder, { recursive: true })
}
await browser.close()
