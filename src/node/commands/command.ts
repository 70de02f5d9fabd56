/** One command of the command line. */
export interface NodeCommand {
  name: string;
  /** As it is typed. */
  usage: string;
  summary: string;
  /** Runs it with the words behind its name; resolves to the exit code. */
  run(words: readonly string[]): Promise<number>;
}
