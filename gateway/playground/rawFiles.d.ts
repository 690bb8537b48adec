/** A file as the text that it holds: the build of the page reads it in. */
declare module '*.graphql?raw' {
  const text: string
  export default text
}
