/** The word mark; `height` in rem. The letters take the colour of the text around them. */
export function Wordmark({ height = 2 }: { height?: number }) {
  return (
    <svg
      style={{ height: `${height}rem`, width: 'auto', display: 'block' }}
      viewBox="-3 -31 123 34"
      role="img"
      aria-label="Roost"
      focusable="false"
    >
      <g fill="none" stroke="currentColor" strokeWidth="5.4" strokeLinecap="round" strokeLinejoin="round">
        <path d="M0-20.2V-2.6" />
        <g transform="translate(6.2 0)">
          <circle cx="28.5" cy="-11.3" r="8.7" />
          <circle cx="52.5" cy="-11.3" r="8.7" />
          <path d="M79.4-17.4c-1.4-2.2-3.6-2.8-6-2.8-3.4 0-5.6 1.7-5.6 4.3 0 6 12 2.7 12 9 0 2.9-2.5 4.3-6.2 4.3-3 0-5.3-1-6.7-3.2" />
          <path d="M91.6-26.6v18.2c0 4.2 2 6 5.6 5.8M87-19.7h9.8" />
        </g>
      </g>
      <path d="M4-6.4v-6a9.9 9.9 0 0 1 9.9-10 4.6 4.6 0 0 1 4.3 3.1l2.7.95-2.6 1.2A10 10 0 0 1 8.2-6.4z" fill="var(--ember)" />
      <circle cx="13.6" cy="-17.7" r="1.5" fill="var(--paper)" />
    </svg>
  );
}

/** The square mark in its own colours; `size` in rem. */
export function Mark({ size = 2.25 }: { size?: number }) {
  return (
    <svg
      style={{ width: `${size}rem`, height: `${size}rem`, display: 'block' }}
      viewBox="0 0 32 32"
      role="img"
      aria-label="Roost"
      focusable="false"
    >
      <rect width="32" height="32" rx="9" fill="var(--brand-pine)" />
      <path d="M6 9a2.24 2.24 0 0 1 4.48 0v14.1a2.24 2.24 0 0 1-4.48 0z" fill="var(--brand-paper)" />
      <path
        d="M12 20v-4.5A8.5 8.5 0 0 1 20.5 7a4 4 0 0 1 3.8 2.7l2.35.84-2.3 1.06A8.7 8.7 0 0 1 15.8 20z"
        fill="var(--brand-ember)"
      />
      <circle cx="20.4" cy="10.8" r="1.29" fill="var(--brand-pine)" />
    </svg>
  );
}

/** The bird that sits on the reading line. */
export function Bird({ className }: { className?: string | undefined }) {
  return (
    <svg className={className} viewBox="0 0 24 21" aria-hidden="true" focusable="false">
      <path
        d="M3.6 18.8v-6.4A10 10 0 0 1 13.6 2.4a4.7 4.7 0 0 1 4.5 3.2l2.75 1-2.7 1.24A10.2 10.2 0 0 1 8 18.8z"
        fill="var(--ember)"
      />
      <circle cx="13.5" cy="6.9" r="1.5" fill="var(--paper)" />
      <path d="M8.4 18.6v2M11 18.2v2.4" stroke="var(--ember)" strokeWidth="1.4" strokeLinecap="round" />
    </svg>
  );
}
