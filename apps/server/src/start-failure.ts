/** One sentence that names the cure for what keeps Roost from starting. */
export function explainStartFailure(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  const message = error instanceof Error ? error.message : String(error);
  const port = error instanceof Error && 'port' in error ? String(error.port) : 'this';
  switch (code) {
    case 'EADDRINUSE':
      return `Port ${port} is taken by another program. Stop that program, or choose another port with PORT=3001 npm start.`;
    case 'EADDRNOTAVAIL':
      return 'HOST names an address that this machine does not have. Use 127.0.0.1, 0.0.0.0 or an address of this machine.';
    case 'EACCES':
      return `Port ${port} needs more rights than this account has. Choose a port above 1023 with PORT=3000.`;
    case 'ECONNREFUSED':
    case 'ENOTFOUND':
      return 'PostgreSQL does not answer at DATABASE_URL. Start it or correct the address; unset DATABASE_URL and npm start runs its own.';
    case '28P01':
    case '28000':
      return 'PostgreSQL refuses the name or password in DATABASE_URL. Correct them.';
    case '3D000':
      return 'The database named in DATABASE_URL does not exist. Create it, for example with: createdb roost.';
    case '53100':
      return 'The disk that holds the database is full. Free some space and start again; nothing was lost.';
    default:
      return `Roost could not start: ${error instanceof Error ? (error.stack ?? message) : message}`;
  }
}
