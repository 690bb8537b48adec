import type { App } from '../../subgraphs/runtime/identity/identity.ts'
import type { Topic } from '../../subgraphs/runtime/scalars/topics.ts'
import type { Dice } from './dice.ts'
import type { Persona } from './personas.ts'

const first =
  'Aisha Aleks Amara Andrei Anouk Arjun Astrid Beatriz Bilal Camille Carlos Chen Dalia Daniel Diego Ebba Emeka Emma Esra Farah Felix Fiona Gabriel Gita Grace Hamid Hanna Henrik Ida Igor Imani Iris Ivan Jana Jelena Jonas Julia Kaito Karim Katya Lars Leila Lena Leo Lin Maja Malik Marco Maria Mateo Mei Milan Mira Mohammed Nadia Nikolai Noah Noor Olga Oscar Paula Pavel Petra Rafael Rania Ravi Rosa Ruben Sami Sanne Sara Selma Soren Stella Tariq Tessa Theo Ulrike Uma Vera Viktor Wanda Wei Xenia Yara Yusuf Zara Zoe'.split(
    ' ',
  )
const last =
  'Abebe Adler Ahmadi Alvarez Andersson Aoki Bakker Banerjee Bauer Becker Berg Bianchi Blanc Bose Castro Cohen Costa Dahl Demir Diallo Duarte Eriksen Farah Ferrari Fischer Fontaine Garcia Haas Hansen Hernandez Ito Ivanova Jansen Jensen Khan Kim Kovacs Krause Kumar Larsen Lefevre Lopez Mahmoud Marino Martins Meyer Moreau Mwangi Nakamura Ndiaye Nguyen Novak Okoye Olsen Ortiz Osei Patel Pereira Popov Rahman Reyes Ricci Rossi Sanchez Santos Schmidt Sharma Silva Singh Sokolov Suzuki Takahashi Tanaka Torres Tran Usman Vargas Virtanen Wagner Weber Wolf Yamamoto Yilmaz Zhang'.split(
    ' ',
  )

const abouts = [
  'Here for the pictures.',
  'Two children, one dog, no time.',
  'Learning to say no.',
  'Probably on a train.',
  'Opinions on soup.',
  'Writes letters, posts few.',
  'Will travel for cheese.',
  'Collects maps and parking tickets.',
  'Night shifts and early birds.',
  'Mostly harmless, sometimes loud.',
] as const

const inApps: readonly (readonly App[])[] = [
  ['MESSENGER', 'PHOTO', 'SOCIAL'],
  ['MESSENGER', 'PHOTO', 'SOCIAL'],
  ['MESSENGER', 'PHOTO'],
  ['MESSENGER', 'SOCIAL'],
  ['PHOTO', 'SOCIAL'],
  ['MESSENGER'],
  ['PHOTO'],
  ['SOCIAL'],
]

/** `size` people without a story, each name used once. */
export function crowd(dice: Dice, size: number, topics: readonly Topic[]): Persona[] {
  const names = dice.sample(
    first.flatMap((given) => last.map((family) => `${given} ${family}`)),
    size,
  )
  return names.map((name, index) => ({
    name,
    story: 'One of the crowd.',
    profiles: profilesOf(dice, name, index),
    birthYear: 1950 + dice.below(57),
    about: dice.pick(abouts),
    topics: dice.sample(topics, 1 + dice.below(3)),
    private: dice.chance(0.15),
    knows: [],
  }))
}

/** A different handle in every app, so that not even the handle joins the profiles. */
function profilesOf(dice: Dice, name: string, index: number): Persona['profiles'] {
  const [given = '', family = ''] = name.toLowerCase().split(' ')
  const styles = [
    `${given}.${family}`,
    `${given}${index}`,
    `${family}.${given.slice(0, 1)}${index}`,
    `the.${given}.${family.slice(0, 3)}`,
    `${given}_${family}`,
  ]
  const handles = dice.sample(styles, 3)
  return Object.fromEntries(dice.pick(inApps).map((app, position) => [app, handles[position] ?? `${given}.${index}`]))
}
