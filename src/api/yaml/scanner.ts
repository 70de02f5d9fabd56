import { scanBlockScalar } from './blockScalar.ts';
import { type Mark, scannerError } from './error.ts';
import { isDocumentIndicator, scanFlowScalar } from './flowScalar.ts';
import { scanPlainScalar } from './plainScalar.ts';
import { checkKey, missingColon, type SimpleKey } from './simpleKeys.ts';
import { isBlank, isBlankOrEnd, isBreak, type Source } from './source.ts';
import { scanAnchor, scanDirective, scanTag } from './tags.ts';
import type { BareKind, Token } from './token.ts';

/** Deepest nesting that go-yaml scans, of brackets and of indentation. */
const deepest = 10_000;

const flowTokens: Record<string, BareKind> = {
  '[': 'flow sequence start',
  '{': 'flow mapping start',
  ']': 'flow sequence end',
  '}': 'flow mapping end',
  ',': 'flow entry',
};

/** What cannot begin a text without quotes; `-`, `?` and `:` can, where no blank follows. */
const indicators = '-?:,[]{}#&*!|>\'"%@`';

/** Turns a text into tokens, one ahead of the parser or as many as it takes to know a key. Source: go-yaml v2 scannerc.go. */
export class Scanner {
  private readonly source: Source;
  private queue: Token[] = [];
  private head = 0;
  /** Tokens that were taken out of the queue. */
  private taken = 0;
  private isReady = false;
  private flowLevel = 0;
  private indent = -1;
  private readonly indents: number[] = [];
  private isKeyAllowed = true;
  /** The possible key of each level of brackets. */
  private readonly keys: SimpleKey[];
  /** The levels of possible keys, by the numbers of their tokens. */
  private readonly keyLevels = new Map<number, number>();

  constructor(source: Source) {
    this.source = source;
    this.keys = [this.noKey()];
  }

  /** The next token; the stream's end stays there for ever. */
  peek(): Token {
    while (!this.isReady) {
      // A token that may be a key is handed out only when that is decided.
      if (this.head < this.queue.length && !this.isUndecided()) this.isReady = true;
      else this.fetch();
    }
    return this.queue[this.head] as Token;
  }

  private isUndecided(): boolean {
    const level = this.keyLevels.get(this.taken);
    const key = level === undefined ? undefined : this.keys[level];
    return key !== undefined && checkKey(key, this.source);
  }

  /** Takes the token that was peeked at. */
  skip(): void {
    if (this.queue[this.head]?.kind === 'stream end') return;
    this.isReady = false;
    this.taken++;
    this.head++;
    if (this.head < 1000) return;
    this.queue = this.queue.slice(this.head);
    this.head = 0;
  }

  private fetch(): void {
    const { source } = this;
    this.skipToToken();
    this.unroll(source.column);
    const character = source.at();
    const isBlankNext = isBlankOrEnd(source.at(1));
    const isFlow = this.flowLevel > 0;
    const flowToken = flowTokens[character];
    if (character === '') this.fetchStreamEnd();
    else if (source.column === 0 && character === '%') this.fetchDirective();
    else if (isDocumentIndicator(source)) this.fetchDocumentIndicator(character);
    else if (flowToken) this.fetchFlow(character, flowToken);
    else if (character === '-' && isBlankNext) this.fetchBlockEntry();
    else if (character === '?' && (isFlow || isBlankNext)) this.fetchKey();
    else if (character === ':' && (isFlow || isBlankNext)) this.fetchValue();
    else if (character === '*') this.fetchWord(() => scanAnchor(source, 'alias'));
    else if (character === '&') this.fetchWord(() => scanAnchor(source, 'anchor'));
    else if (character === '!') this.fetchWord(() => scanTag(source));
    else if ((character === '|' || character === '>') && !isFlow) this.fetchBlockScalar(character === '|');
    else if (character === "'" || character === '"') this.fetchWord(() => scanFlowScalar(source, character === "'"));
    else if (this.isPlainStart(character)) this.fetchPlainScalar();
    else throw scannerError('found character that cannot start any token', source.mark());
  }

  private isPlainStart(character: string): boolean {
    const next = this.source.at(1);
    if (!isBlankOrEnd(character) && !indicators.includes(character)) return true;
    if (character === '-') return !isBlank(next);
    return this.flowLevel === 0 && (character === '?' || character === ':') && !isBlankOrEnd(next);
  }

  /** Steps over blanks, comments and line breaks. A tab is a blank only where no key may begin. */
  private skipToToken(): void {
    const { source } = this;
    for (;;) {
      if (source.column === 0 && source.at() === '\ufeff') source.skip();
      source.take(
        (character) => character === ' ' || (character === '\t' && (this.flowLevel > 0 || !this.isKeyAllowed)),
      );
      if (source.at() === '#') source.takeLine();
      if (!isBreak(source.at())) return;
      source.takeBreak();
      if (this.flowLevel === 0) this.isKeyAllowed = true;
    }
  }

  private push(kind: BareKind, mark: Mark): void {
    this.queue.push({ kind, mark });
  }

  /** Puts a token before the one with this number; at the end, where that was handed out already. */
  private insert(number: number, kind: BareKind, mark: Mark): void {
    if (number < this.taken) this.push(kind, mark);
    else this.queue.splice(this.head + number - this.taken, 0, { kind, mark });
  }

  private get nextNumber(): number {
    return this.taken + this.queue.length - this.head;
  }

  private noKey(): SimpleKey {
    const { source, nextNumber } = this;
    return { isPossible: false, isRequired: false, tokenNumber: nextNumber, mark: source.mark(), index: source.index };
  }

  private get key(): SimpleKey {
    return this.keys.at(-1) as SimpleKey;
  }

  /** A key may begin here, if one is allowed. */
  private saveKey(): void {
    if (!this.isKeyAllowed) return;
    this.removeKey();
    const isRequired = this.flowLevel === 0 && this.indent === this.source.column;
    const key = { ...this.noKey(), isPossible: true, isRequired };
    this.keys[this.keys.length - 1] = key;
    this.keyLevels.set(key.tokenNumber, this.keys.length - 1);
  }

  /** What began as a possible key of this level is none. */
  private removeKey(): void {
    const { key } = this;
    if (!key.isPossible) return;
    if (key.isRequired) throw missingColon(this.source);
    this.forgetKey();
  }

  private forgetKey(): void {
    const { key } = this;
    key.isPossible = false;
    this.keyLevels.delete(key.tokenNumber);
  }

  /** A collection begins where a line is indented further; `number` is its first token's, if that is there already. */
  private roll(column: number, kind: BareKind, mark: Mark, number?: number): void {
    if (this.flowLevel > 0 || this.indent >= column) return;
    this.indents.push(this.indent);
    this.indent = column;
    if (this.indents.length > deepest) throw scannerError(`exceeded max depth of ${deepest}`, this.source.mark());
    if (number === undefined) this.push(kind, mark);
    else this.insert(number, kind, mark);
  }

  /** Collections end where a line is indented less. */
  private unroll(column: number): void {
    while (this.flowLevel === 0 && this.indent > column) {
      this.push('block end', this.source.mark());
      this.indent = this.indents.pop() ?? -1;
    }
  }

  /** Steps over an indicator of so many characters, which is a token. */
  private pushIndicator(kind: BareKind, length = 1): void {
    const mark = this.source.mark();
    this.source.skip(length);
    this.push(kind, mark);
  }

  private endBlocks(): void {
    this.unroll(-1);
    this.removeKey();
    this.isKeyAllowed = false;
  }

  private fetchStreamEnd(): void {
    const { source } = this;
    if (source.column !== 0) {
      source.column = 0;
      source.line++;
    }
    this.endBlocks();
    this.push('stream end', source.mark());
  }

  private fetchDirective(): void {
    this.endBlocks();
    this.queue.push(scanDirective(this.source));
  }

  private fetchDocumentIndicator(character: string): void {
    this.endBlocks();
    this.pushIndicator(character === '-' ? 'document start' : 'document end', 3);
  }

  private fetchFlow(character: string, kind: BareKind): void {
    if (character === '[' || character === '{') {
      this.saveKey();
      this.keys.push(this.noKey());
      this.flowLevel++;
      if (this.flowLevel > deepest) throw scannerError(`exceeded max depth of ${deepest}`, this.source.mark());
    } else this.removeKey();
    if ((character === ']' || character === '}') && this.flowLevel > 0) {
      this.flowLevel--;
      // With empty brackets this number is that of the opening one, which go-yaml thus no longer takes for a key.
      this.keyLevels.delete(this.key.tokenNumber);
      this.keys.pop();
    }
    this.isKeyAllowed = character === '[' || character === '{' || character === ',';
    this.pushIndicator(kind);
  }

  private fetchBlockEntry(): void {
    const mark = this.source.mark();
    if (this.flowLevel === 0) {
      if (!this.isKeyAllowed) throw scannerError('block sequence entries are not allowed in this context', mark);
      this.roll(mark.column, 'block sequence start', mark);
    }
    this.removeKey();
    this.isKeyAllowed = true;
    this.pushIndicator('block entry');
  }

  private fetchKey(): void {
    const mark = this.source.mark();
    if (this.flowLevel === 0) {
      if (!this.isKeyAllowed) throw scannerError('mapping keys are not allowed in this context', mark);
      this.roll(mark.column, 'block mapping start', mark);
    }
    this.removeKey();
    this.isKeyAllowed = this.flowLevel === 0;
    this.pushIndicator('key');
  }

  private fetchValue(): void {
    const mark = this.source.mark();
    const { key } = this;
    if (checkKey(key, this.source)) {
      this.insert(key.tokenNumber, 'key', key.mark);
      this.roll(key.mark.column, 'block mapping start', key.mark, key.tokenNumber);
      this.forgetKey();
      this.isKeyAllowed = false;
    } else {
      if (this.flowLevel === 0) {
        if (!this.isKeyAllowed) throw scannerError('mapping values are not allowed in this context', mark);
        this.roll(mark.column, 'block mapping start', mark);
      }
      this.isKeyAllowed = this.flowLevel === 0;
    }
    this.pushIndicator('value');
  }

  /** A token that may be a key, or stand before one. */
  private fetchWord(scan: () => Token): void {
    this.saveKey();
    this.isKeyAllowed = false;
    this.queue.push(scan());
  }

  private fetchBlockScalar(isLiteral: boolean): void {
    this.removeKey();
    this.isKeyAllowed = true;
    this.queue.push(scanBlockScalar(this.source, isLiteral, this.indent));
  }

  private fetchPlainScalar(): void {
    this.saveKey();
    const { token, isBroken } = scanPlainScalar(this.source, this.indent, this.flowLevel > 0);
    this.isKeyAllowed = isBroken;
    this.queue.push(token);
  }
}
