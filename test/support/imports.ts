import { readdirSync, readFileSync, statSync } from 'node:fs'
import { dirname, join, posix, relative } from 'node:path'
import { fileURLToPath } from 'node:url'

/** The root of the checkout. */
export const root = join(dirname(fileURLToPath(import.meta.url)), '../..')

/** An import as written in one file: `to` is a path from the root for our own files, else the name of a package. */
export interface Import {
  readonly from: string
  readonly to: string
  readonly own: boolean
  readonly typeOnly: boolean
}

/** All TypeScript files below a folder of the checkout, as paths from the root, without what is generated or built. */
export function sourceFiles(folder: string): string[] {
  return readdirSync(join(root, folder)).flatMap((entry) => {
    const path = posix.join(folder, entry)
    if (entry === 'node_modules' || entry === 'dist' || entry === 'generated') return []
    if (statSync(join(root, path)).isDirectory()) return sourceFiles(path)
    return /\.tsx?$/.test(entry) ? [path] : []
  })
}

const statement = /(?:^|\n)\s*(?:import|export)\s+(type\s)?[^;'"]*?from\s*['"]([^'"]+)['"]/g
const bare = /(?:^|\n)\s*import\s*['"]([^'"]+)['"]|\bimport\(\s*['"]([^'"]+)['"]\s*\)/g

/** The imports of a file, dynamic ones and re-exports among them. */
export function importsOf(file: string): Import[] {
  const text = readFileSync(join(root, file), 'utf8')
  const found = [...text.matchAll(statement)].map((match) => ({
    typeOnly: match[1] !== undefined,
    name: match[2] ?? '',
  }))
  const plain = [...text.matchAll(bare)].map((match) => ({ typeOnly: false, name: match[1] ?? match[2] ?? '' }))
  return [...found, ...plain].map(({ typeOnly, name }) => {
    if (!name.startsWith('.')) return { from: file, to: packageName(name), own: false, typeOnly }
    const to = relative(root, join(root, dirname(file), name)).replaceAll('\\', '/')
    return { from: file, to, own: true, typeOnly }
  })
}

function packageName(specifier: string): string {
  if (specifier.startsWith('node:')) return specifier
  return specifier
    .split('/')
    .slice(0, specifier.startsWith('@') ? 2 : 1)
    .join('/')
}
