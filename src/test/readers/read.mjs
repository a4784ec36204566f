// node read.mjs [--screens FOLDER] BOOK...
// Opens books in the reading engine foliate-js, and says on standard output what a reader finds in
// them: a line of fields parted by tabs for each book, entry of the contents, printed page,
// landmark and note. With --screens, pictures of what there is to be seen: the first pages by day,
// by night, and at 140 %, and the first note in its pop-up over the page that calls it.
import { createReadStream, existsSync } from 'node:fs'
import { createServer } from 'node:http'
import { extname, join } from 'node:path'
import { launch } from './browser.mjs'

const ENGINE = join(import.meta.dirname, 'node_modules/foliate-js')
const TYPES = { '.js': 'text/javascript', '.css': 'text/css', '.epub': 'application/epub+zip' }
const PAGE = `<!DOCTYPE html><meta charset="utf-8"><meta name="color-scheme" content="light dark">
<style>html, body { margin: 0; height: 100% } foliate-view { display: block; height: 100% }</style>
<script type="module">
  import { makeBook } from '/view.js'
  import { FootnoteHandler } from '/footnotes.js'
  Object.assign(window, { makeBook, FootnoteHandler })
</script>`

const args = process.argv.slice(2)
const screens = args[0] === '--screens' ? args.splice(0, 2)[1] : null

const server = createServer(({ url }, response) => {
  const path = decodeURIComponent(new URL(url, 'http://localhost').pathname)
  const file = path.startsWith('/book/') ? args[Number(path.split('/')[2])] : join(ENGINE, path)
  if (path === '/') response.setHeader('Content-Type', 'text/html').end(PAGE)
  else if (!file || !existsSync(file)) response.writeHead(404).end()
  else createReadStream(file).pipe(response.setHeader('Content-Type', TYPES[extname(file)] ?? 'text/plain'))
})
await new Promise(listening => server.listen(0, '127.0.0.1', listening))
const address = `http://127.0.0.1:${server.address().port}`

// All of this runs in the browser.
const read = async url => {
  const lines = []
  const say = (...fields) => lines.push(fields.map(field => `${field ?? ''}`.replace(/\s+/g, ' ').trim()).join('\t'))
  const shown = label => typeof label === 'string' || !label ? label : Object.values(label)[0]

  const book = await makeBook(url)
  const view = document.createElement('foliate-view')
  document.body.append(view)
  await view.open(book)
  say('book', shown(book.metadata.title), book.metadata.language, book.sections.length)

  const docs = new Map()
  const doc = async index => {
    if (!docs.has(index)) docs.set(index, await book.sections[index].createDocument())
    return docs.get(index)
  }
  const words = async href => {
    const { index, anchor } = await book.resolveHref(href)
    const place = anchor(await doc(index))
    if (place.nodeName === 'BODY' || place === 0) return 'the beginning'
    const behind = new Range()
    behind.setStartBefore(place)
    behind.setEndAfter(place.ownerDocument.body.lastChild)
    return behind.toString().trimStart().slice(0, 200)
  }
  const isSeen = async href => {
    const { index, anchor } = await view.goTo(href)
    const { doc } = view.renderer.getContents().find(content => content.index === index)
    const place = anchor(doc)
    return !place || view.lastLocation.range.intersectsNode(place)
  }
  const contents = async (entries, level) => {
    for (const { label, href, subitems } of entries) {
      say('contents', level, label, await isSeen(href), await words(href))
      await contents(subitems ?? [], level + 1)
    }
  }
  await contents(book.toc, 1)
  for (const { label, href } of book.pageList ?? []) say('page', label, await isSeen(href), await words(href))
  for (const { label, href, type } of book.landmarks ?? []) say('landmark', type, label, await isSeen(href))

  const note = async mark => {
    const handler = new FootnoteHandler()
    const popUp = new Promise(resolve => {
      handler.addEventListener('before-render', ({ detail }) => document.body.append(detail.view))
      handler.addEventListener('render', ({ detail }) => resolve(detail))
    })
    let handled = null
    view.addEventListener('link', event => handled = handler.handle(book, event), { once: true })
    mark.click()
    await handled
    return popUp
  }
  for (const [index, section] of book.sections.entries()) {
    await view.goTo(index)
    const { doc } = view.renderer.getContents().find(content => content.index === index)
    for (const mark of doc.querySelectorAll('[role=doc-noteref]')) {
      const { view: popUp, type, hidden } = await note(mark)
      const { doc: shown, index: at } = popUp.renderer.getContents()[0]
      const backs = [...shown.querySelectorAll('[role=doc-backlink]')].map(back =>
        book.resolveHref(book.sections[at].resolveHref(back.getAttribute('href'))))
      const back = backs.some(({ index: to, anchor }) => to === index && anchor(doc) === mark)
      say('note', mark.textContent, type, hidden ? 'hidden in the text' : 'seen in the text',
        back ? 'leads back' : 'leads elsewhere', shown.body.textContent)
      popUp.remove()
    }
  }
  return lines
}

const turn = async (url, css, pages) => {
  const view = document.createElement('foliate-view')
  document.body.replaceChildren(view)
  await view.open(url)
  view.renderer.setStyles(css)
  await view.renderer.next()
  for (let page = 0; page < pages; page++) await view.next()
  await new Promise(resolve => setTimeout(resolve, 500))
}

// As an engine's window shows it; false where the book has no note.
const popUp = async (url, css) => {
  const view = document.createElement('foliate-view')
  document.body.replaceChildren(view)
  await view.open(url)
  view.renderer.setStyles(css)
  for (const index of view.book.sections.keys()) {
    await view.goTo(index)
    const { doc } = view.renderer.getContents().find(content => content.index === index)
    const mark = doc.querySelector('[role=doc-noteref]')
    if (!mark) continue
    await view.renderer.scrollToAnchor(mark)
    const handler = new FootnoteHandler()
    const shown = new Promise(resolve => handler.addEventListener('render', resolve))
    handler.addEventListener('before-render', ({ detail }) => {
      detail.view.style.cssText = 'position: fixed; inset: auto 5% 5%; height: 40%; border: thin solid; background: Canvas'
      document.body.append(detail.view)
      detail.view.renderer.setAttribute('flow', 'scrolled')
      detail.view.renderer.setStyles(css)
    })
    view.addEventListener('link', event => handler.handle(view.book, event), { once: true })
    mark.click()
    await shown
    await new Promise(resolve => setTimeout(resolve, 500))
    return true
  }
  return false
}

const browser = await launch()

const open = async scheme => {
  const page = await browser.newPage()
  page.on('pageerror', error => console.error(`${error}`))
  await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: scheme }])
  await page.setViewport({ width: 600, height: 800 })
  await page.goto(address)
  await page.waitForFunction('window.FootnoteHandler')
  return page
}

for (const [number, book] of args.entries()) {
  const url = `/book/${number}/book.epub`
  const page = await open('light')
  for (const line of await page.evaluate(read, url)) console.log(line)
  await page.close()
  for (const [name, scheme, size] of screens ? [['day', 'light', 100], ['night', 'dark', 100], ['140', 'light', 140]] : []) {
    const page = await open(scheme)
    // What foliate-js's own reader sets.
    const css = `html { color-scheme: light dark; font-size: ${size}% }
      @media (prefers-color-scheme: dark) { a:link { color: lightblue } }
      p, li, blockquote, dd { line-height: 1.4; text-align: justify; hyphens: auto }`
    for (let at = 0; at < 6; at++) {
      await page.evaluate(turn, url, css, at)
      await page.screenshot({ path: join(screens, `${number}-${name}-${at}.png`) })
    }
    if (await page.evaluate(popUp, url, css))
      await page.screenshot({ path: join(screens, `${number}-${name}-note.png`) })
    await page.close()
  }
}
await browser.close()
server.close()
