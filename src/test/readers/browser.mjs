import { existsSync } from 'node:fs'
import puppeteer from 'puppeteer-core'

const PLACES = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome']

/** Debian's chromium, or what CHROMIUM names; nothing is ever downloaded. */
export const launch = () => {
  const executablePath = process.env.CHROMIUM ?? PLACES.find(existsSync)
  // Tests may run as root, whom chromium's sandbox refuses; what it opens here is our own.
  return puppeteer.launch({ executablePath, args: ['--no-sandbox'], timeout: 120_000, protocolTimeout: 300_000 })
}
