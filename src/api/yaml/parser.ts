import { type Mark, parserError } from './error.ts';
import type { Event, Properties } from './event.ts';
import { Scanner } from './scanner.ts';
import type { Source } from './source.ts';
import type { Anchor, Tag, Token, TokenKind } from './token.ts';

type State = () => Event;

/** Turns tokens into events, with a stack of states rather than by recursion. Source: go-yaml v2 parserc.go. */
export class Parser {
  private readonly scanner: Scanner;
  private readonly states: State[] = [];
  private state: State = this.implicitDocumentStart;
  private readonly tagHandles = new Map<string, string>();

  constructor(source: Source) {
    this.scanner = new Scanner(source);
  }

  next(): Event {
    return this.state();
  }

  private get token(): Token {
    return this.scanner.peek();
  }

  private isAt(...kinds: TokenKind[]): boolean {
    return kinds.includes(this.token.kind);
  }

  /** The next token, taken. */
  private take(): Token {
    const { token } = this;
    this.scanner.skip();
    return token;
  }

  private back(): void {
    this.state = this.states.pop() ?? this.documentEnd;
  }

  private refuse(problem: string): Error {
    return parserError(problem, this.token.mark);
  }

  private emptyScalar(mark: Mark, then: State): Event {
    this.state = then;
    return { kind: 'scalar', value: '', isPlain: true, mark };
  }

  /** A node, and then `then`. */
  private nodeThen(then: State, isBlock: boolean, mayBeIndentless = false): Event {
    this.states.push(then);
    return this.node(isBlock, mayBeIndentless);
  }

  private implicitDocumentStart(): Event {
    const { mark } = this.token;
    if (this.isAt('version directive', 'tag directive', 'document start', 'stream end')) return this.documentStart();
    this.readDirectives();
    this.states.push(this.documentEnd);
    this.state = () => this.node(true, false);
    return { kind: 'document start', mark };
  }

  private documentStart(): Event {
    const { mark } = this.token;
    if (this.isAt('stream end')) return { kind: 'stream end', mark };
    this.readDirectives();
    if (!this.isAt('document start')) throw this.refuse('did not find expected <document start>');
    this.take();
    this.states.push(this.documentEnd);
    this.state = this.documentContent;
    return { kind: 'document start', mark };
  }

  private documentContent(): Event {
    if (!this.isAt('version directive', 'tag directive', 'document start', 'document end', 'stream end'))
      return this.node(true, false);
    return this.emptyScalar(this.token.mark, this.states.pop() ?? this.documentEnd);
  }

  /** go-yaml reads one document and asks nothing of what follows it. */
  private documentEnd(): Event {
    this.state = this.documentEnd;
    return { kind: 'document end', mark: this.token.mark };
  }

  private readDirectives(): void {
    let hasVersion = false;
    for (;;) {
      const { token } = this;
      if (token.kind === 'version directive') {
        if (hasVersion) throw this.refuse('found duplicate %YAML directive');
        if (token.major !== 1 || token.minor !== 1) throw this.refuse('found incompatible YAML document');
        hasVersion = true;
      } else if (token.kind === 'tag directive') {
        if (this.tagHandles.has(token.handle)) throw this.refuse('found duplicate %TAG directive');
        this.tagHandles.set(token.handle, token.prefix);
      } else break;
      this.take();
    }
    if (!this.tagHandles.has('!')) this.tagHandles.set('!', '!');
    if (!this.tagHandles.has('!!')) this.tagHandles.set('!!', 'tag:yaml.org,2002:');
  }

  /** An anchor and a tag, in either order. */
  private readProperties(): Properties & { mark: Mark } {
    const properties: Properties & { mark: Mark } = { mark: this.token.mark };
    const first = this.token;
    if (first.kind !== 'anchor' && first.kind !== 'tag') return properties;
    this.readProperty(properties, first);
    const second = this.token;
    if ((second.kind === 'anchor' || second.kind === 'tag') && second.kind !== first.kind)
      this.readProperty(properties, second);
    return properties;
  }

  private readProperty(properties: Properties, token: Token & (Anchor | Tag)): void {
    if (token.kind === 'anchor') properties.anchor = token.name;
    else {
      const prefix = token.handle === '' ? '' : this.tagHandles.get(token.handle);
      const tag = (prefix ?? '') + token.suffix;
      if (prefix === undefined || tag === '') throw parserError('found undefined tag handle', token.mark);
      properties.tag = tag;
    }
    this.take();
  }

  private node(isBlock: boolean, mayBeIndentless: boolean): Event {
    const { token: first } = this;
    if (first.kind === 'alias') {
      this.back();
      this.take();
      return { kind: 'alias', anchor: first.name, mark: first.mark };
    }
    const properties = this.readProperties();
    const { token } = this;
    if (mayBeIndentless && token.kind === 'block entry')
      return this.collection('sequence start', properties, this.indentlessEntry);
    if (token.kind === 'scalar') {
      this.back();
      this.take();
      const isPlain = properties.tag === undefined ? token.style === 'plain' : properties.tag === '!';
      return { kind: 'scalar', ...properties, value: token.value, isPlain };
    }
    if (token.kind === 'flow sequence start')
      return this.collection('sequence start', properties, this.afterFirst(this.flowSequenceEntry));
    if (token.kind === 'flow mapping start')
      return this.collection('mapping start', properties, this.afterFirst(this.flowMappingKey));
    if (isBlock && token.kind === 'block sequence start')
      return this.collection('sequence start', properties, this.afterFirst(this.blockEntry));
    if (isBlock && token.kind === 'block mapping start')
      return this.collection('mapping start', properties, this.afterFirst(this.blockMappingKey));
    if (properties.anchor !== undefined || properties.tag !== undefined) {
      this.back();
      return { kind: 'scalar', ...properties, value: '', isPlain: properties.tag === undefined };
    }
    throw this.refuse('did not find expected node content');
  }

  private collection(kind: 'sequence start' | 'mapping start', properties: Properties & { mark: Mark }, then: State) {
    this.state = then;
    return { kind, ...properties };
  }

  /** The state of a collection when its opening token has been stepped over. */
  private afterFirst(entry: (isFirst: boolean) => Event): State {
    return () => {
      this.take();
      return entry.call(this, true);
    };
  }

  private endCollection(kind: 'sequence end' | 'mapping end'): Event {
    this.back();
    return { kind, mark: this.take().mark };
  }

  private blockEntry(): Event {
    if (this.isAt('block entry')) {
      const { mark } = this.take();
      if (this.isAt('block entry', 'block end')) return this.emptyScalar(mark, this.blockEntry);
      return this.nodeThen(this.blockEntry, true);
    }
    if (this.isAt('block end')) return this.endCollection('sequence end');
    throw this.refuse("did not find expected '-' indicator");
  }

  private indentlessEntry(): Event {
    const { mark } = this.token;
    if (!this.isAt('block entry')) {
      this.back();
      return { kind: 'sequence end', mark };
    }
    this.take();
    if (this.isAt('block entry', 'key', 'value', 'block end')) return this.emptyScalar(mark, this.indentlessEntry);
    return this.nodeThen(this.indentlessEntry, true);
  }

  private blockMappingKey(): Event {
    if (this.isAt('key')) {
      const { mark } = this.take();
      if (this.isAt('key', 'value', 'block end')) return this.emptyScalar(mark, this.blockMappingValue);
      return this.nodeThen(this.blockMappingValue, true, true);
    }
    if (this.isAt('block end')) return this.endCollection('mapping end');
    throw this.refuse('did not find expected key');
  }

  private blockMappingValue(): Event {
    const { mark } = this.token;
    if (!this.isAt('value')) return this.emptyScalar(mark, this.blockMappingKey);
    this.take();
    if (this.isAt('key', 'value', 'block end')) return this.emptyScalar(mark, this.blockMappingKey);
    return this.nodeThen(this.blockMappingKey, true, true);
  }

  private flowSequenceEntry(isFirst = false): Event {
    if (!this.isAt('flow sequence end')) {
      if (!isFirst) {
        if (!this.isAt('flow entry')) throw this.refuse("did not find expected ',' or ']'");
        this.take();
      }
      if (this.isAt('key')) {
        const { mark } = this.take();
        this.state = this.pairKey;
        return { kind: 'mapping start', mark };
      }
      if (!this.isAt('flow sequence end')) return this.nodeThen(this.flowSequenceEntry, false);
    }
    return this.endCollection('sequence end');
  }

  /** The key of a single pair that stands in a list as it is: `[a: b]`. */
  private pairKey(): Event {
    if (!this.isAt('value', 'flow entry', 'flow sequence end')) return this.nodeThen(this.pairValue, false);
    // go-yaml steps over whatever stands here.
    return this.emptyScalar(this.take().mark, this.pairValue);
  }

  private pairValue(): Event {
    const { mark } = this.token;
    if (this.isAt('value')) {
      this.take();
      if (!this.isAt('flow entry', 'flow sequence end')) return this.nodeThen(this.pairEnd, false);
    }
    return this.emptyScalar(mark, this.pairEnd);
  }

  private pairEnd(): Event {
    this.state = this.flowSequenceEntry;
    return { kind: 'mapping end', mark: this.token.mark };
  }

  private flowMappingKey(isFirst = false): Event {
    if (!this.isAt('flow mapping end')) {
      if (!isFirst) {
        if (!this.isAt('flow entry')) throw this.refuse("did not find expected ',' or '}'");
        this.take();
      }
      if (this.isAt('key')) {
        this.take();
        if (this.isAt('value', 'flow entry', 'flow mapping end'))
          return this.emptyScalar(this.token.mark, this.flowMappingValue);
        return this.nodeThen(this.flowMappingValue, false);
      }
      if (!this.isAt('flow mapping end')) return this.nodeThen(this.flowMappingNoValue, false);
    }
    return this.endCollection('mapping end');
  }

  private flowMappingNoValue(): Event {
    return this.emptyScalar(this.token.mark, this.flowMappingKey);
  }

  private flowMappingValue(): Event {
    const { mark } = this.token;
    if (this.isAt('value')) {
      this.take();
      if (!this.isAt('flow entry', 'flow mapping end')) return this.nodeThen(this.flowMappingKey, false);
    }
    return this.emptyScalar(mark, this.flowMappingKey);
  }
}
