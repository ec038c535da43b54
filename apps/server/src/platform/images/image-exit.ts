/** How the image process ends itself. */
export const EXIT_TOO_SLOW = 70;
export const EXIT_TOO_LARGE = 71;
