/** A reason not to start that the person at the keyboard can mend: its message is one sentence that names the cure, shown without a stack. */
export class StartProblem extends Error {
  name = 'StartProblem';
}

/** Says what a failed file operation in `folder` means for the person who started Roost; passes any other error on. */
export function fileProblem(error, folder) {
  switch (error?.code) {
    case 'ENOSPC':
    case 'EDQUOT':
      return new StartProblem(diskFull(folder));
    case 'EACCES':
    case 'EPERM':
    case 'EROFS':
      return new StartProblem(
        `Roost cannot write to ${folder}: give that folder to the user who starts Roost (chown), or set ROOST_DATA_DIR to a folder this user can write to.`,
      );
    case 'ENOTDIR':
    case 'EEXIST':
      return new StartProblem(
        `Roost needs ${folder} as a folder, but a file is in its way: move it, or set ROOST_DATA_DIR to another folder.`,
      );
    default:
      return error;
  }
}

/** Turns what initdb or postgres wrote before it gave up into one sentence. */
export function postgresProblem(output, { folder, logFile }) {
  if (/No space left on device|Disk quota exceeded/i.test(output)) return new StartProblem(diskFull(folder));
  if (/could not bind|Address already in use/i.test(output))
    return new StartProblem(
      `PostgreSQL could not open its socket in ${folder}: stop the program that uses it, then start again.`,
    );
  if (/could not create shared memory|could not map anonymous shared memory|Cannot allocate memory|out of memory/i.test(output))
    return new StartProblem('PostgreSQL found too little memory to start: free some (it needs about 256 MB) and start again.');
  if (/Permission denied|Operation not permitted/i.test(output))
    return new StartProblem(
      `PostgreSQL cannot read or write its files below ${folder}: give that folder back to the user who owns ${folder}/postgres (chown -R), then start again.`,
    );
  const reason = output.match(/^.*(?:FATAL|PANIC|error):\s*(.*)$/m)?.[1];
  return new StartProblem(
    `PostgreSQL did not start${reason ? ` (${reason.trim()})` : ''}: ${logFile ? `read ${logFile} for the reason` : 'see the lines above'}, mend it and start again.`,
  );
}

function diskFull(folder) {
  return `The disk that holds ${folder} is full: free some space (Roost needs at least 200 MB), or set ROOST_DATA_DIR to a folder on another disk.`;
}
