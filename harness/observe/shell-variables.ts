import type { Placeholder } from './observer.ts';

const variables: Readonly<Record<Placeholder, string>> = {
  appId: 'SOUNDCHECK_APP_ID',
  roomId: 'SOUNDCHECK_ROOM_ID',
  taskId: 'SOUNDCHECK_TASK_ID',
  userId: 'SOUNDCHECK_USER_ID',
};

/** Parts of a shell command: a placeholder, an escaped character, any other character. */
const token = /\{(appId|roomId|taskId|userId)\}|\\[\s\S]|[^\\]/gu;

/**
 * Puts references to variables for the placeholders of a POSIX shell command, as the quotes around each want it.
 * What a variable holds is never read as syntax: even where the quotes are nested too deeply for this reader
 * (`"$(… "{roomId}")"`), an identifier may fall into several words but never runs.
 */
export function withVariables(command: string): string {
  let quote = '';
  return command.replace(token, (part: string, name: Placeholder | undefined) => {
    if (name !== undefined) {
      return referenceTo(variables[name], quote);
    }
    if (quote === "'" && part.startsWith('\\')) {
      // Inside single quotes a backslash is itself, so what follows it may end them.
      quote = part === "\\'" ? '' : quote;
    } else if ((part === '"' || part === "'") && (quote === '' || quote === part)) {
      quote = quote === '' ? part : '';
    }
    return part;
  });
}

function referenceTo(variable: string, quote: string): string {
  const reference = `\${${variable}}`;
  if (quote === '"') {
    return reference;
  }
  return quote === "'" ? `'"${reference}"'` : `"${reference}"`;
}
