import { commands } from './commands/registry.ts';

/** `npm run podarium -- COMMAND ...`: finds the command and ends with its exit code. */
async function main(words: readonly string[]): Promise<number> {
  const [name, ...rest] = words;
  const command = commands.find((candidate) => candidate.name === name);
  if (command) return command.run(rest);
  const list = commands.map((one) => `  ${one.usage}\n      ${one.summary}\n`).join('');
  process.stderr.write(`${name === undefined ? '' : `podarium: no command ${name}\n`}Usage:\n${list}`);
  return 2;
}

process.exitCode = await main(process.argv.slice(2));
