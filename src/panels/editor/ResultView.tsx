import { controllerOf } from '../../api/objects.ts';
import type { Failure } from '../../api/status.ts';
import { say, sayAny } from '../../i18n/editor.ts';
import { currentLanguage } from '../../i18n/i18n.ts';
import type { Applied } from './applyDocuments.ts';
import type { Fix, Place } from './reading/document.ts';
import type { Result } from './useEditor.ts';

interface Properties {
  result: Result | undefined;
  onGoTo(place: Place): void;
  onFix(fix: Fix): void;
  onReplace(applied: Applied): void;
}

/** What the API server answered, in its own words, with the way to each place and what to do next. */
export function ResultView({ result, onGoTo, onFix, onReplace }: Properties) {
  const shown = result?.kind === 'applied' ? shownOutcomes(result.applied) : [];
  return (
    <div className="editor-result" role="status" aria-live="polite">
      {result?.kind === 'text' &&
        result.errors.map((error) => (
          <p key={`${error.line}:${error.message}`} className="editor-error">
            <GoTo place={error} onGoTo={onGoTo} />
            {say('editor.textError', { line: error.line, message: error.message })}
          </p>
        ))}
      {result?.kind === 'nothing' && <p className="editor-error">{say('editor.nothing')}</p>}
      {result?.kind === 'unreachable' && (
        <p className="editor-error">{say('editor.unreachable', { message: result.message })}</p>
      )}
      {result?.kind === 'applied' && result.applied.length > shown.length && (
        <p>{say('editor.more', countsOf(result.applied))}</p>
      )}
      {result?.kind === 'applied' &&
        shown.map((applied) => (
          <Outcome key={`${applied.name}@${applied.document.place.line}`} {...{ applied, onGoTo, onFix, onReplace }} />
        ))}
      {result?.kind === 'applied' && result.left > 0 && <p>{say('editor.stopped', { left: result.left })}</p>}
    </div>
  );
}

/** More outcomes than this are counted, not listed; refusals come first. */
const mostShown = 50;

const isRefused = ({ outcome }: Applied) => typeof outcome !== 'string';

function shownOutcomes(applied: readonly Applied[]): readonly Applied[] {
  if (applied.length <= mostShown) return applied;
  return [...applied.filter(isRefused), ...applied.filter((one) => !isRefused(one))].slice(0, mostShown);
}

function countsOf(applied: readonly Applied[]) {
  const refused = applied.filter(isRefused).length;
  return { total: applied.length, shown: mostShown, refused, taken: applied.length - refused };
}

function Outcome({ applied, onGoTo, onFix, onReplace }: { applied: Applied } & Omit<Properties, 'result'>) {
  const { name, outcome, warnings, document, findings } = applied;
  return (
    <>
      {warnings.map((message) => (
        <p key={message} className="editor-warning">
          {say('editor.warning', { message })}
        </p>
      ))}
      {typeof outcome === 'string' &&
        document.hints.map(({ path, message, start }) => (
          <p key={path} className="editor-hint">
            <GoTo place={start} onGoTo={onGoTo} /> {say('editor.hint', { path, message: message[currentLanguage()] })}
          </p>
        ))}
      {typeof outcome === 'string' ? (
        <p className="editor-done">
          {name} {outcome}
        </p>
      ) : (
        <div className="editor-error">
          <p>{headline(outcome)}</p>
          {findings.map(({ field, message, start, fixes }) => (
            <p key={`${field}${message}`} className="editor-cause">
              <GoTo place={start} onGoTo={onGoTo} />{' '}
              {field && (
                <code>
                  {field}: {message}
                </code>
              )}
              {fixes.map((fix) => (
                <button
                  key={JSON.stringify(fix.title)}
                  type="button"
                  className="button button-outline"
                  onClick={() => onFix({ ...fix })}
                >
                  {sayAny(fix.title.key, fix.title.values)}
                </button>
              ))}
            </p>
          ))}
          {isFixedField(outcome) && !controllerOf(document.object) && (
            <p className="editor-next">
              {say('editor.replaceHint')}{' '}
              <button type="button" className="button" onClick={() => onReplace(applied)}>
                {say('editor.replace')}
              </button>
            </p>
          )}
        </div>
      )}
    </>
  );
}

/** As kubectl says it: the causes of an invalid object follow, each at its place. */
function headline({ reason, message, details }: Failure): string {
  if (details?.causes?.length && reason === 'Invalid') return `The ${details.kind} "${details.name}" is invalid:`;
  return `Error from server (${reason}): ${message}`;
}

function isFixedField({ message }: Failure): boolean {
  return message.includes('pod updates may not change fields other than');
}

function GoTo({ place, onGoTo }: { place: Place; onGoTo(place: Place): void }) {
  return (
    <button type="button" className="editor-goto" onClick={() => onGoTo({ ...place })}>
      {say('editor.line', { line: place.line })}
    </button>
  );
}
