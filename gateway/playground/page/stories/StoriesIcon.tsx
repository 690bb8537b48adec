/** A ring, as stories have one around their author's picture, with a part of it still to be seen. */
export function StoriesIcon() {
  return (
    <svg viewBox="0 0 24 24" fill="none" stroke="currentColor" strokeWidth="1.5" aria-hidden="true">
      <circle cx="12" cy="12" r="5" />
      <path d="M12 2.5a9.5 9.5 0 0 1 9.5 9.5M18.7 18.7a9.5 9.5 0 0 1-13.4 0M2.5 12A9.5 9.5 0 0 1 5.3 5.3" />
    </svg>
  )
}
